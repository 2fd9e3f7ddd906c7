using Microsoft.ML;

namespace ModBot.MicrosoftML;

/// <summary>An engine with the buffer that it fills again and again.</summary>
internal sealed class EngineSlot(PredictionEngine<TextRow, FeatureRow> engine)
{
    public FeatureRow Row = new();

    public PredictionEngine<TextRow, FeatureRow> Engine => engine;
}
