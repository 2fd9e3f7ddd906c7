namespace ModBot.Reports;

/// <summary>The style of <see cref="EvaluationPage"/>: light and dark, on a phone and on paper.</summary>
internal static class EvaluationPageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fbfbfa; --card: #ffffff; --ink: #1d1f23; --dim: #62666d; --rule: #e2e3e5; --s1: #c2410c; --s2: #2563a8; --s3: #4d7c0f; }
        @media (prefers-color-scheme: dark) { :root { --paper: #17181b; --card: #1f2125; --ink: #e6e7e9; --dim: #9a9ea6; --rule: #34373c; --s1: #fb923c; --s2: #7ab4ea; --s3: #a3d95b; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1 { font-size: 1.6rem; margin: 0; }
        h2 { font-size: 1.1rem; margin: 2.4rem 0 .6rem; }
        .subject { color: var(--dim); margin: .2rem 0 1.4rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: .6rem; margin: 0; }
        .figures div { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: .5rem .7rem; display: flex; flex-direction: column; justify-content: space-between; }
        dt { color: var(--dim); font-size: .8rem; }
        dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); gap: 1rem; }
        figure { margin: 0; background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: .6rem; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
        svg .title { font-weight: 600; font-size: 13px; }
        svg .tick, svg .label { fill: var(--dim); font-size: 11px; }
        svg .middle { text-anchor: middle; }
        svg .end { text-anchor: end; }
        svg .grid { stroke: var(--rule); stroke-width: 1; }
        svg .guide { stroke: var(--dim); stroke-width: 1; stroke-dasharray: 4 4; }
        svg .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
        svg .line.s1 { stroke: var(--s1); } svg .line.s2 { stroke: var(--s2); } svg .line.s3 { stroke: var(--s3); }
        svg .fill.s1 { fill: var(--s1); } svg .fill.s2 { fill: var(--s2); } svg .fill.s3 { fill: var(--s3); }
        .legend { margin: .2rem 0 0 3.2rem; font-size: .8rem; color: var(--dim); }
        .key { margin-right: 1rem; }
        .key::before { content: ""; display: inline-block; width: .7em; height: .7em; margin-right: .4em; border-radius: 2px; }
        .key.s1::before { background: var(--s1); } .key.s2::before { background: var(--s2); } .key.s3::before { background: var(--s3); }
        .wide { overflow-x: auto; background: var(--card); border: 1px solid var(--rule); border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .25rem .7rem; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
        tr:last-child td { border-bottom: 0; }
        th { color: var(--dim); font-weight: 500; }
        .families th:first-child, .families td:first-child, .mistakes td { text-align: left; }
        .bar { width: 30%; } .bar svg { height: .6rem; min-width: 80px; }
        .mistakes .text { white-space: normal; overflow-wrap: anywhere; width: 100%; }
        @media print { .wide, figure, .figures div { break-inside: avoid; } }
        """;
}
