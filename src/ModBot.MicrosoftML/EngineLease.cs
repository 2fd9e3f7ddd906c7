using Microsoft.ML.Data;

namespace ModBot.MicrosoftML;

/// <summary>The features of one text, in a buffer that goes back to the pool.</summary>
internal readonly struct EngineLease(EnginePool pool, EngineSlot slot) : IDisposable
{
    public ref readonly VBuffer<float> Features => ref slot.Row.Features;

    public void Dispose() => pool.Return(slot);
}
