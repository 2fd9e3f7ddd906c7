namespace ModBot.MicrosoftML;

/// <summary>What the featuriser reads. Its members' names are the columns'.</summary>
internal sealed class TextRow
{
    /// <summary>The folded reading.</summary>
    public string Text { get; set; } = "";

    /// <summary>One element for each of <see cref="StructureColumn"/>'s properties, 1 where it holds.</summary>
    public float[] Structure { get; set; } = [];
}
