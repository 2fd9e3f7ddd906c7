using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Core.Tests.Filters;

/// <summary>A model that suspects nothing.</summary>
internal sealed class SilentModel : ISpamModel
{
    public static readonly SilentModel Instance = new();

    public string Version => "silent";

    public ModelScores Score(TextViews text) => default;

    public IReadOnlyList<ModelTerm> Explain(TextViews text, int count) => [];

    public void Save(Stream destination)
    {
    }
}
