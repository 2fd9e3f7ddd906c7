using System.CommandLine;
using System.Globalization;
using ModBot.Core.Spam;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;
using ModBot.Hosting;

namespace ModBot.CommandLine;

/// <summary><c>modbot explain "text"</c>: the verdict with its evidence, and what moved the model.</summary>
internal static class ExplainCommand
{
    private const int StrongestTerms = 12;
    private const int MostTerms = 1000;

    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var text = new Argument<string>("TEXT") { Description = "The message to judge." };
        var standing = new Option<bool>("--standing") { Description = "Judge as if the author had standing." };
        var model = new Option<FileInfo?>("--model") { Description = "Use this model artifact instead of the shipped one." };
        var terms = new Option<int>("--terms") { Description = $"How many of the model's terms to show, 0 to {MostTerms}; default {StrongestTerms}.", DefaultValueFactory = _ => StrongestTerms };
        terms.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > MostTerms)
                result.AddError($"--terms must be 0 to {MostTerms}.");
        });
        var command = new Command("explain", "Say what would become of a message, and why.") { text, standing, model, terms };
        command.SetAction((result, cancellationToken) =>
        {
            Run(terminal, parts, result.GetValue(text)!, result.GetValue(standing), result.GetValue(model)?.FullName, result.GetValue(terms), cancellationToken);
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static void Run(Terminal terminal, ModBotParts parts, string text, bool standing, string? modelPath, int terms, CancellationToken cancellationToken)
    {
        OfflineJudge judge = OfflineJudge.Open(modelPath, terminal.Error, cancellationToken, parts);
        Verdict verdict = judge.Judge(text, "", standing);
        var views = new TextViews();
        views.Load(text);
        using StreamWriter output = terminal.OpenText();
        output.WriteLine($"verdict     {verdict.Disposition.ToString().ToLowerInvariant()}");
        output.WriteLine($"categories  {(verdict.Categories.IsEmpty ? "none" : verdict.Categories.ToString())}");
        output.WriteLine($"spam        {verdict.Spam.ToString("0.0000", CultureInfo.InvariantCulture)}  (model {verdict.ModelVersion})");
        output.WriteLine($"read as     {views.Folded}");
        if (verdict.Hits.Count == 0)
            output.WriteLine("no rule matched");
        foreach (Hit hit in verdict.Hits)
        {
            output.WriteLine($"hit         {hit.Rule} → {hit.Disposition.ToString().ToLowerInvariant()}: {hit.Reason}");
            foreach (Evidence evidence in hit.Evidence)
                output.WriteLine($"              at {evidence.Start}: \"{evidence.Original}\"{(string.Equals(evidence.Original, evidence.Normalised, StringComparison.Ordinal) ? "" : $" read as \"{evidence.Normalised}\"")}");
        }

        foreach (string mitigation in verdict.Mitigations)
            output.WriteLine($"milder      {mitigation}");
        foreach (FilterError error in verdict.Errors)
            output.WriteLine($"error       {error.Rule}: {error.Message}");
        output.WriteLine("the model's strongest terms (log-odds, + speaks for spam):");
        foreach (ModelTerm term in judge.Model.Explain(views, terms))
            output.WriteLine($"  {term.Weight.ToString("+0.00;-0.00", CultureInfo.InvariantCulture)}  {term.Feature}");
    }
}
