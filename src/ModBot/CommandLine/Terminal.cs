using System.Text;

namespace ModBot.CommandLine;

/// <summary>Where a command reads and writes: results to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
internal sealed record Terminal(Stream In, Stream Out, TextWriter Error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Terminal OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true }));

    /// <summary>A writer over <see cref="Out"/>; flush it by disposing.</summary>
    public StreamWriter OpenText() => new(Out, Utf8, bufferSize: 16 * 1024, leaveOpen: true);
}
