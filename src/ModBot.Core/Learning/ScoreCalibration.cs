namespace ModBot.Core.Learning;

/// <summary>
/// What a model's probability means in one guild: the log-odds stretched and moved. Fitted to reviews, which show only scores that
/// were flagged; that a score was seen does not bias what share of spam it has.
/// </summary>
/// <param name="Slope">What the log-odds are multiplied by; above 0.</param>
/// <param name="Offset">What is added to them.</param>
public readonly record struct ScoreCalibration(double Slope, double Offset)
{
    /// <summary>The model's probabilities as they are.</summary>
    public static readonly ScoreCalibration Identity = new(1, 0);

    /// <summary>Standard deviations of what is expected before any review: guilds differ in how much spam they have more than in how sharp the model is.</summary>
    private const double SlopeDoubt = 0.4;
    private const double OffsetDoubt = 1.5;

    private const double LeastSlope = 0.25;
    private const double MostSlope = 4;
    private const double Edge = 1e-4;
    private const int Steps = 40;

    /// <summary>Fits to reviews, few of them moving it little (maximum a posteriori by Newton's method). Deterministic.</summary>
    public static ScoreCalibration Fit(IReadOnlyList<ReviewedScore> reviews)
    {
        double slope = 1, offset = 0;
        for (int step = 0; step < Steps; step++)
        {
            double g1 = (slope - 1) / (SlopeDoubt * SlopeDoubt), g2 = offset / (OffsetDoubt * OffsetDoubt);
            double h11 = 1 / (SlopeDoubt * SlopeDoubt), h22 = 1 / (OffsetDoubt * OffsetDoubt), h12 = 0;
            foreach (ReviewedScore review in reviews)
            {
                double x = LogOdds(review.Score);
                double p = Sigmoid((slope * x) + offset);
                double wrong = p - (review.IsSpam ? 1 : 0);
                double curvature = p * (1 - p);
                g1 += wrong * x;
                g2 += wrong;
                h11 += curvature * x * x;
                h22 += curvature;
                h12 += curvature * x;
            }

            double determinant = (h11 * h22) - (h12 * h12);
            double d1 = ((h22 * g1) - (h12 * g2)) / determinant;
            double d2 = ((h11 * g2) - (h12 * g1)) / determinant;

            // The curvature is that of a strictly convex loss; half steps near the start keep it from overshooting.
            double rate = step < 3 ? 0.5 : 1;
            slope -= rate * d1;
            offset -= rate * d2;
            if (Math.Abs(d1) + Math.Abs(d2) < 1e-10)
                break;
        }

        return new ScoreCalibration(Math.Clamp(slope, LeastSlope, MostSlope), offset);
    }

    /// <summary>The probability that a message of that score is spam in this guild, 0..1.</summary>
    public double ProbabilityOf(double score) => Sigmoid((Slope * LogOdds(score)) + Offset);

    /// <summary>The score whose probability that is.</summary>
    public double ScoreOf(double probability) => Sigmoid((LogOdds(probability) - Offset) / Slope);

    /// <summary>Mean negative log-likelihood of the reviews; lower is better.</summary>
    public double LossOn(IReadOnlyCollection<ReviewedScore> reviews)
    {
        ScoreCalibration self = this;
        return reviews.Count == 0 ? 0 : reviews.Average(review => -Math.Log(Math.Clamp(review.IsSpam ? self.ProbabilityOf(review.Score) : 1 - self.ProbabilityOf(review.Score), Edge, 1)));
    }

    internal static double LogOdds(double probability)
    {
        double inside = Math.Clamp(probability, Edge, 1 - Edge);
        return Math.Log(inside / (1 - inside));
    }

    internal static double Sigmoid(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
