namespace ModBot.Core.Spam;

/// <summary>Turns margins into probabilities: 1 / (1 + exp(-(slope · margin + offset))). Platt (1999), fitted after Lin, Lin and Weng (2007).</summary>
/// <param name="Slope">Log-odds for one unit of margin; never negative.</param>
/// <param name="Offset">Log-odds at margin 0.</param>
internal readonly record struct PlattScaling(float Slope, float Offset)
{
    /// <summary>Says 0 whatever the margin: for heads that have nothing to learn from.</summary>
    public static readonly PlattScaling Never = new(0, -1e6f);

    private const int MaxSteps = 100;

    public float Probability(float margin) => 1 / (1 + MathF.Exp(-((Slope * margin) + Offset)));

    /// <summary>Moves the offset from the share of positives it was fitted on to another one.</summary>
    public PlattScaling ForShare(double fitted, double wanted) =>
        this with { Offset = Offset + (float)(LogOdds(wanted) - LogOdds(fitted)) };

    /// <summary>Fits to margins of texts that were not learnt from.</summary>
    /// <param name="samples">Margin, whether positive, and how much the sample counts (above 0). At least one of each label.</param>
    public static PlattScaling Fit(IReadOnlyList<(float Margin, bool Positive, float Weight)> samples)
    {
        double positives = 0, negatives = 0;
        foreach ((_, bool positive, float weight) in samples)
        {
            if (positive)
                positives += weight;
            else
                negatives += weight;
        }

        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        double slope = 1, offset = Math.Log((positives + 1) / (negatives + 1));
        double loss = Loss(samples, high, low, slope, offset);
        for (int step = 0; step < MaxSteps; step++)
        {
            double g1 = 0, g2 = 0, h11 = 1e-9, h22 = 1e-9, h21 = 0;
            foreach ((float margin, bool positive, float weight) in samples)
            {
                double p = Sigmoid((slope * margin) + offset);
                double difference = weight * (p - (positive ? high : low));
                double curvature = weight * p * (1 - p);
                g1 += margin * difference;
                g2 += difference;
                h11 += margin * margin * curvature;
                h22 += curvature;
                h21 += margin * curvature;
            }

            if (Math.Abs(g1) < 1e-5 && Math.Abs(g2) < 1e-5)
                break;
            double determinant = (h11 * h22) - (h21 * h21);
            double d1 = -((h22 * g1) - (h21 * g2)) / determinant;
            double d2 = -((h11 * g2) - (h21 * g1)) / determinant;
            double rate = 1;
            for (; rate > 1e-10; rate /= 2)
            {
                double next = Loss(samples, high, low, slope + (rate * d1), offset + (rate * d2));
                if (next < loss + (1e-4 * rate * ((g1 * d1) + (g2 * d2))))
                {
                    slope += rate * d1;
                    offset += rate * d2;
                    loss = next;
                    break;
                }
            }

            if (rate <= 1e-10)
                break;
        }

        return new PlattScaling((float)Math.Max(slope, 0), (float)offset);
    }

    private static double Loss(IReadOnlyList<(float Margin, bool Positive, float Weight)> samples, double high, double low, double slope, double offset)
    {
        double loss = 0;
        foreach ((float margin, bool positive, float weight) in samples)
        {
            double z = (slope * margin) + offset;
            double target = positive ? high : low;
            loss += weight * (z >= 0 ? ((1 - target) * z) + Math.Log(1 + Math.Exp(-z)) : (-target * z) + Math.Log(1 + Math.Exp(z)));
        }

        return loss;
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}
