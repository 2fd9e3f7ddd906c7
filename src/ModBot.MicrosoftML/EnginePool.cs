using System.Collections.Concurrent;
using Microsoft.ML;

namespace ModBot.MicrosoftML;

/// <summary>Prediction engines are not thread-safe and dear to make: each is lent to one caller at a time. Takes no locks.</summary>
internal sealed class EnginePool(Func<PredictionEngine<TextRow, FeatureRow>> make)
{
    private readonly ConcurrentQueue<EngineSlot> _idle = new();

    public EngineLease Predict(TextRow row)
    {
        EngineSlot slot = _idle.TryDequeue(out EngineSlot? idle) ? idle : new EngineSlot(make());
        slot.Engine.Predict(row, ref slot.Row);
        return new EngineLease(this, slot);
    }

    /// <summary>Takes an engine back; one more than there are processors is left to the collector.</summary>
    public void Return(EngineSlot slot)
    {
        if (_idle.Count <= Environment.ProcessorCount)
            _idle.Enqueue(slot);
    }
}
