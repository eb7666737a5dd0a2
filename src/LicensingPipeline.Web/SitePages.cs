namespace LicensingPipeline.Web;

/// <summary>A page that is to be rendered.</summary>
/// <param name="Path">Below the folder of the site.</param>
/// <param name="Component">The component.</param>
/// <param name="Parameters">What it takes beside the frame.</param>
internal sealed record SitePage(string Path, Type Component, IReadOnlyDictionary<string, object?> Parameters);

/// <summary>Every page of the site.</summary>
internal static class SitePages
{
    private static readonly Dictionary<string, object?> Nothing = new(StringComparer.Ordinal);

    private static readonly (string Path, Type Component)[] Alone =
    [
        ("index.html", typeof(HomePage)), ("boroughs.html", typeof(BoroughsPage)), ("matrix.html", typeof(MatrixPage)), ("schemes.html", typeof(SchemesPage)),
        ("not-online.html", typeof(NotOnlinePage)), ("renters.html", typeof(RentersPage)), ("method.html", typeof(MethodPage)),
        ("status.html", typeof(RegistersPage)), ("download.html", typeof(DownloadPage)), ("issues/index.html", typeof(IssuesPage)),
        ("governance.html", typeof(GovernancePage)), ("councils.html", typeof(CouncilsPage)), ("replies.html", typeof(RepliesPage)),
    ];

    private static readonly (string File, Type Component)[] OfBorough = [("index.html", typeof(BoroughPage)), ("register.html", typeof(BoroughRegisterPage)), ("history.html", typeof(BoroughHistoryPage))];

    /// <summary>The pages of these facts.</summary>
    public static IEnumerable<SitePage> Of(SiteFacts facts)
    {
        foreach (var (path, component) in Alone)
        {
            yield return new SitePage(path, component, Nothing);
        }

        if (facts.Editions.Count > 0)
        {
            yield return new SitePage("editions/index.html", typeof(EditionsPage), Nothing);
        }

        foreach (var borough in facts.Boroughs)
        {
            var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Borough"] = borough };
            foreach (var (file, component) in OfBorough)
            {
                yield return new SitePage($"boroughs/{borough.Authority.ShortName}/{file}", component, parameters);
            }
        }

        foreach (var kind in IssueCodes.Table)
        {
            yield return new SitePage($"issues/{kind.Code}.html", typeof(IssuePage), new Dictionary<string, object?>(StringComparer.Ordinal) { ["Kind"] = kind });
        }

        foreach (var outcode in facts.Outcodes)
        {
            yield return new SitePage($"outward/{outcode.Code}.html", typeof(OutwardPage), new Dictionary<string, object?>(StringComparer.Ordinal) { ["Outcode"] = outcode });
        }
    }
}
