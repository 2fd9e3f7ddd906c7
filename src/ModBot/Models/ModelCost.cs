using System.Diagnostics;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Models;

/// <summary>What a model costs.</summary>
/// <param name="TrainingSeconds">Training on all examples.</param>
/// <param name="ArtifactBytes">The saved model.</param>
/// <param name="MicrosecondsPerMessage">Scoring one text, folding it included: CPU time in the best round, which other programs disturb least.</param>
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
        double best = double.MaxValue;
        long messages = 0;
        ScoreRound();
        ScoreRound();
        using var process = Process.GetCurrentProcess();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            long count = ScoreRound();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalMicroseconds / count);
            messages += count;
        }

        long bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / messages;
        return new ModelCost(training, artifact.Length, best, bytes);

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
