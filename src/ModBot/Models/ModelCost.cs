using System.Diagnostics;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Models;

/// <summary>What a model costs.</summary>
/// <param name="TrainingSeconds">Training on all examples.</param>
/// <param name="ArtifactBytes">The saved model.</param>
/// <param name="MicrosecondsPerMessage">Scoring one text on one thread, folding it included; the median of rounds.</param>
/// <param name="BytesPerMessage">Allocated for it.</param>
internal sealed record ModelCost(double TrainingSeconds, long ArtifactBytes, double MicrosecondsPerMessage, long BytesPerMessage)
{
    private const int Rounds = 9;

    /// <summary>A round lasts at least so long, however few the texts are.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(100);

    /// <exception cref="ArgumentException">Too few examples of a label.</exception>
    public static ModelCost Measure(ISpamModelTrainer trainer, LabelledFiles files, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        ISpamModel model = trainer.Train(files.Examples, files.Fingerprint, cancellationToken);
        double training = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var artifact = new MemoryStream();
        model.Save(artifact);

        var views = new TextViews();
        var times = new double[Rounds];
        long messages = 0;
        ScoreRound();
        ScoreRound();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            long count = ScoreRound();
            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
            messages += count;
        }

        long bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / messages;
        Array.Sort(times);
        return new ModelCost(training, artifact.Length, times[Rounds / 2], bytes);

        long ScoreRound()
        {
            long start = Stopwatch.GetTimestamp();
            long count = 0;
            do
            {
                foreach (LabelledText example in files.Examples)
                {
                    views.Load(example.Text);
                    model.Score(views);
                }

                count += files.Examples.Count;
            }
            while (Stopwatch.GetElapsedTime(start) < Round);
            return count;
        }
    }
}
