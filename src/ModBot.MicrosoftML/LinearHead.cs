using ModBot.Core.Spam;

namespace ModBot.MicrosoftML;

/// <summary>One thing that the model tells apart: a linear margin and what it means as a probability.</summary>
/// <param name="Weights">One for each element of a feature vector.</param>
/// <param name="Bias">The margin of a text without features.</param>
/// <param name="Scaling">Margin to probability.</param>
internal sealed record LinearHead(float[] Weights, float Bias, PlattScaling Scaling)
{
    /// <summary>A head that had nothing to learn from: says 0.</summary>
    public static LinearHead Never(int width) => new(new float[width], 0, PlattScaling.Never);

    public bool IsSilent => Scaling == PlattScaling.Never;
}
