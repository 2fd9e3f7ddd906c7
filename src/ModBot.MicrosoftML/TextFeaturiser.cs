using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Text;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.MicrosoftML;

/// <summary>Microsoft.ML's text featuriser over the folded reading, with Core's structural properties beside it. Shared by threads.</summary>
internal sealed class TextFeaturiser
{
    /// <summary>Characters of a reading that are looked at; Discord's longest message has 4,000.</summary>
    public const int MaxCharacters = 8192;

    private const int MaxWords = 60_000;
    private const int MaxLetters = 60_000;
    private const string Words = "WordFeatures";
    private const string Properties = "StructureFeatures";

    private readonly ITransformer _transformer;
    private readonly DataViewSchema _input;
    private readonly EnginePool _engines;

    private TextFeaturiser(MLContext context, ITransformer transformer, DataViewSchema input)
    {
        _transformer = transformer;
        _input = input;
        _engines = new EnginePool(() => context.Model.CreatePredictionEngine<TextRow, FeatureRow>(transformer, inputSchemaDefinition: Shape));
        DataViewSchema.Column features = transformer.GetOutputSchema(input)[nameof(FeatureRow.Features)];
        Width = features.Type is VectorDataViewType { IsKnownSize: true, ItemType: NumberDataViewType } vector && vector.ItemType == NumberDataViewType.Single
            ? vector.Size
            : throw new InvalidDataException("The model is damaged: its features have no fixed width. Train it again.");
    }

    /// <summary>Elements of a feature vector.</summary>
    public int Width { get; }

    private static SchemaDefinition Shape
    {
        get
        {
            SchemaDefinition definition = SchemaDefinition.Create(typeof(TextRow));
            definition[nameof(TextRow.Structure)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, StructureColumn.Width);
            return definition;
        }
    }

    /// <summary>Learns the vocabulary of the texts.</summary>
    public static TextFeaturiser Fit(MLContext context, IReadOnlyList<TextRow> rows)
    {
        IDataView view = context.Data.LoadFromEnumerable(rows, Shape);
        var options = new TextFeaturizingEstimator.Options
        {
            // The text is folded already; the library's own folding does nothing under the invariant culture.
            CaseMode = TextNormalizingEstimator.CaseMode.None,
            KeepDiacritics = true,
            KeepPunctuations = true,
            KeepNumbers = true,
            WordFeatureExtractor = Grams(length: 2, allLengths: true, MaxWords),
            CharFeatureExtractor = Grams(length: 3, allLengths: true, MaxLetters),
            Norm = TextFeaturizingEstimator.NormFunction.L2,
        };
        EstimatorChain<ColumnSelectingTransformer> pipeline = context.Transforms.Text.FeaturizeText(Words, options, nameof(TextRow.Text))
            .Append(context.Transforms.NormalizeLpNorm(Properties, nameof(TextRow.Structure)))
            .Append(context.Transforms.Concatenate(nameof(FeatureRow.Features), Words, Properties))
            .Append(context.Transforms.SelectColumns(nameof(FeatureRow.Features)));
        return new TextFeaturiser(context, pipeline.Fit(view), view.Schema);
    }

    /// <exception cref="InvalidDataException">Not a featuriser that <see cref="Save"/> wrote.</exception>
    public static TextFeaturiser Load(MLContext context, Stream source)
    {
        try
        {
            ITransformer transformer = context.Model.Load(source, out DataViewSchema input);
            return new TextFeaturiser(context, transformer, input);
        }
        catch (Exception fault) when (fault is not InvalidDataException)
        {
            // Whatever the library throws for a file that it cannot read.
            throw new InvalidDataException("The model is damaged: Microsoft.ML cannot read its featuriser. Train it again.", fault);
        }
    }

    public static TextRow Read(TextViews text)
    {
        ReadOnlySpan<char> folded = text.Folded.Span;
        return new TextRow { Text = folded[..Math.Min(folded.Length, MaxCharacters)].ToString(), Structure = StructureColumn.Read(text) };
    }

    /// <summary>The features of one text; valid until the returned lease is disposed of.</summary>
    public EngineLease Transform(TextViews text) => _engines.Predict(Read(text));

    public void Save(MLContext context, Stream destination) => context.Model.Save(_transformer, _input, destination);

    /// <summary>What each element stands for, as a person would say it. Slow.</summary>
    public string[] Names()
    {
        VBuffer<ReadOnlyMemory<char>> slots = default;
        _transformer.GetOutputSchema(_input)[nameof(FeatureRow.Features)].GetSlotNames(ref slots);
        ReadOnlyMemory<char>[] raw = [.. slots.DenseValues()];
        int properties = Width - StructureColumn.Width;
        return [.. Enumerable.Range(0, Width).Select(slot => slot >= properties
            ? StructureNames.Of((StructureFeature)(slot - properties))
            : FeatureName.Of(slot < raw.Length ? raw[slot].ToString()[(Words.Length + 1)..] : ""))];
    }

    private static WordBagEstimator.Options Grams(int length, bool allLengths, int most) => new()
    {
        NgramLength = length,
        UseAllLengths = allLengths,
        MaximumNgramsCount = [most],
        Weighting = NgramExtractingEstimator.WeightingCriteria.Tf,
    };
}
