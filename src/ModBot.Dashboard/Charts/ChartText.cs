using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ModBot.Dashboard.Charts;

/// <summary>SVG's <c>text</c>, a name that Razor keeps for itself.</summary>
public sealed class ChartText : ComponentBase
{
    [Parameter, EditorRequired]
    public required string X { get; set; }

    [Parameter, EditorRequired]
    public required string Y { get; set; }

    /// <summary>start, middle or end.</summary>
    [Parameter]
    public string Anchor { get; set; } = "middle";

    /// <summary>Whether it stands around its height or on it.</summary>
    [Parameter]
    public bool Centred { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", Anchor);
        if (Centred)
            builder.AddAttribute(4, "dominant-baseline", "middle");
        builder.AddContent(5, ChildContent);
        builder.CloseElement();
    }
}
