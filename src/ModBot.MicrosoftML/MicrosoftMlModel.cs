using Microsoft.ML.Data;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.MicrosoftML;

/// <summary>A model on Microsoft.ML: its text featuriser, its linear trainers' weights, and a calibrated probability for each head.</summary>
internal sealed class MicrosoftMlModel : ISpamModel
{
    private readonly TextFeaturiser _featuriser;
    private readonly HeadTable _heads;
    private readonly Lazy<string[]> _names;

    public MicrosoftMlModel(string version, TextFeaturiser featuriser, IReadOnlyList<LinearHead> heads)
    {
        Version = version;
        _featuriser = featuriser;
        _heads = new HeadTable(heads);
        _names = new Lazy<string[]>(featuriser.Names);
    }

    public string Version { get; }

    public ModelScores Score(TextViews text)
    {
        using EngineLease lease = _featuriser.Transform(text);
        return _heads.Score(lease.Features);
    }

    public IReadOnlyList<ModelTerm> Explain(TextViews text, int count)
    {
        LinearHead spam = _heads.Heads[0];
        using EngineLease lease = _featuriser.Transform(text);
        var terms = new List<ModelTerm>();
        foreach (KeyValuePair<int, float> feature in lease.Features.Items())
        {
            float weight = spam.Weights[feature.Key] * feature.Value * spam.Scaling.Slope;
            if (weight != 0)
                terms.Add(new ModelTerm(_names.Value[feature.Key], weight));
        }

        return [.. terms.OrderByDescending(term => MathF.Abs(term.Weight)).ThenBy(term => term.Feature, StringComparer.Ordinal).Take(count)];
    }

    public void Save(Stream destination) => MicrosoftMlArtifact.Write(destination, Version, _featuriser, _heads.Heads);
}
