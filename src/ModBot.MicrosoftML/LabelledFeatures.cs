using Microsoft.ML.Data;

namespace ModBot.MicrosoftML;

/// <summary>What a linear trainer reads. Its members' names are the columns'.</summary>
internal sealed class LabelledFeatures
{
    public bool Label;

    /// <summary>How much the example counts, above 0.</summary>
    public float Weight;

    public VBuffer<float> Features;
}
