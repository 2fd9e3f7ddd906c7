namespace ModBot.Storage.Learning;

/// <summary>A row of <c>learning_examples</c>.</summary>
internal sealed class ExampleRow
{
    public long ExampleId { get; init; }

    public byte[] Protected { get; init; } = [];

    public long Spam { get; init; }

    public long AddedBy { get; init; }

    public long AddedAt { get; init; }
}
