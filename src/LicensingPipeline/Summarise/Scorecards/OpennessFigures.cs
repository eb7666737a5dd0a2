using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>How a register can be had, from its source file.</summary>
internal static class OpennessFigures
{
    public static IEnumerable<Figure> Of(Source source, StreamSpec spec, bool isPublished)
    {
        if (!isPublished)
        {
            return new[] { "access", "reuse", "barriers" }.Select(n => Figure.Missing($"openness.{n}", "The copy was supplied to us, so nothing can be said of how it is published."));
        }

        return
        [
            source.Access.Rung < 2 ? Figure.Missing("openness.access", "The register is not online.") : Figure.Of("openness.access", source.Access.Rung switch { 5 => 100, 4 => 75, 3 => 45, _ => 20 }, Rung(source.Access.Rung)),
            Figure.Of("openness.reuse", spec.Terms.Reuse switch { "ogl" => 100, "stated" => 50, _ => 0 }, Terms(spec.Terms.Reuse)),
            Figure.Of("openness.barriers", 100, "our program fetched it without log-in, puzzle or fee"),
        ];
    }

    private static string Rung(int rung) => rung switch
    {
        5 => "as a table with references, dates and terms of re-use",
        4 => "as a table",
        3 => "as a document",
        _ => "one look-up at a time",
    };

    private static string Terms(string reuse) => reuse switch
    {
        "ogl" => "Open Government Licence",
        "stated" => "terms of the council's own",
        "forbidden" => "re-use is forbidden",
        _ => "none are stated",
    };
}
