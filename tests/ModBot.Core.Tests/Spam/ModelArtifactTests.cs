using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Ports;
using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Spam;

public sealed class ModelArtifactTests
{
    private static readonly string[] Texts = ["claim your free gift", "see you tomorrow", "", "ＦＲＥＥ nitro 🎁 https://x.y"];

    private readonly BuiltInTrainer trainer = new();
    private readonly ISpamModel model;
    private readonly byte[] artifact;

    public ModelArtifactTests()
    {
        model = trainer.Train(SmallCorpus.Examples, "small", default);
        using var stream = new MemoryStream();
        model.Save(stream);
        artifact = stream.ToArray();
    }

    [Fact]
    public void What_was_saved_scores_alike_when_loaded()
    {
        ISpamModel loaded = Load(artifact);
        Assert.Equal(model.Version, loaded.Version);
        Assert.All(Texts, text => Assert.Equal(model.Score(SeedModel.View(text)), loaded.Score(SeedModel.View(text))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(ModelArtifact.HeaderLength)]
    [InlineData(5000)]
    public void A_cut_artifact_is_refused(int length) => Assert.Throws<InvalidDataException>(() => Load(artifact[..length]));

    [Fact]
    public void An_artifact_with_something_behind_it_is_refused() => Assert.Throws<InvalidDataException>(() => Load([.. artifact, 0]));

    [Fact]
    public void Another_format_version_is_named()
    {
        byte[] later = [.. artifact];
        later[4] = 9;
        Assert.Contains("format version 9", Assert.Throws<InvalidDataException>(() => Load(later)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_announced_length_is_refused_before_it_is_read()
    {
        byte[] greedy = [.. artifact];
        greedy[9] = 0x7F;
        Assert.Throws<InvalidDataException>(() => Load(greedy));
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        Prop.ForAll(Gen.Choose(0, artifact.Length - 1).ToArbitrary(), Gen.Choose(1, 255).ToArbitrary(), (position, change) =>
        {
            byte[] mutated = [.. artifact];
            mutated[position] ^= (byte)change;
            Assert.Throws<InvalidDataException>(() => Load(mutated));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Hostile_bytes_under_a_true_checksum_are_refused_or_give_a_model_that_works()
    {
        Arbitrary<int> early = Gen.Choose(0, 400).ToArbitrary();
        Arbitrary<int> anywhere = Gen.Choose(0, artifact.Length - ModelArtifact.HeaderLength - 1).ToArbitrary();
        foreach (Arbitrary<int> positions in new[] { early, anywhere })
        {
            Prop.ForAll(positions, Gen.Choose(1, 255).ToArbitrary(), (position, change) =>
            {
                byte[] mutated = [.. artifact];
                mutated[ModelArtifact.HeaderLength + position] ^= (byte)change;
                SHA256.HashData(mutated.AsSpan(ModelArtifact.HeaderLength), mutated.AsSpan(ModelArtifact.HeaderLength - 32));
                try
                {
                    ISpamModel loaded = Load(mutated);
                    return Texts.All(text => loaded.Score(SeedModel.View(text)).Spam is >= 0 and <= 1);
                }
                catch (InvalidDataException)
                {
                    return true;
                }
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        Prop.ForAll<byte[]>(bytes => Assert.Throws<InvalidDataException>(() => Load(bytes ?? []))).QuickCheckThrowOnFailure();
    }

    private ISpamModel Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return trainer.Load(stream);
    }
}
