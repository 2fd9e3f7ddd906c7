using Microsoft.ML.Data;

namespace ModBot.MicrosoftML;

/// <summary>What the featuriser writes. Its member's name is the column's.</summary>
internal sealed class FeatureRow
{
    public VBuffer<float> Features;
}
