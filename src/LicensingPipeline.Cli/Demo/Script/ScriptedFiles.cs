using System.Globalization;
using System.Text;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>Puts what a scripted stream holds on a night onto the websites that its source file names, in the shape the vendor gives it.</summary>
internal static class ScriptedFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Serves one night of a stream.</summary>
    /// <param name="night">The 0-based number of the night.</param>
    public static void Put(Website website, StreamSpec spec, StreamScript script, ScriptedNight played, int night)
    {
        if (spec.Manual is { } manual)
        {
            if (night < script.AsAt.Count && script.AsAt[night].Length > 0)
            {
                website.Hand(manual.Folder, Named(script, night), File(spec, script, played), script.AsAt[night]);
            }

            return;
        }

        var file = FileAddress(spec, script, night);
        switch (played.State)
        {
            case StreamState.Blocked:
                website.Challenge((spec.Url ?? spec.Api?.Url ?? spec.Landing)!.Host);
                return;
            case StreamState.Unreachable:
                website.Silence((spec.Url ?? spec.Api?.Url ?? spec.Landing)!.Host);
                return;
            case StreamState.Gone:
                website.Refuse(spec.Url ?? spec.Landing!, 410);
                return;
            case StreamState.LinkMoved:
                website.Page(spec.Landing!);
                return;
            case StreamState.Retired:
                return;
        }

        if (spec.Discover is not null)
        {
            website.Link(spec.Landing!, file.AbsoluteUri, "Public register of licensed homes");
        }

        Interface(website, spec, script, played, file);
    }

    /// <summary>Where the file lies tonight; <c>{night}</c> in the script stands for what changes in a dated address.</summary>
    private static Uri FileAddress(StreamSpec spec, StreamScript script, int night) =>
        script.File.Length > 0 ? new Uri(Named(script, night)) : spec.Url ?? spec.Api?.Url ?? throw new InvalidDataException($"{spec.Name}: the script must say where the file lies.");

    private static string Named(StreamScript script, int night) => script.File.Replace("{night}", (night + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static void Interface(Website website, StreamSpec spec, StreamScript script, ScriptedNight played, Uri file)
    {
        switch (spec.Api?.Vendor)
        {
            case "socrata":
                SampleVendors.Socrata(website, spec.Api.Url, played.Copy!);
                break;
            case "arcgis":
                SampleVendors.ArcGis(website, spec.Api.Url, played.Copy!);
                break;
            case "ckan":
                website.Serve(spec.Api.Url, SampleVendors.Package(file, script.As));
                website.Serve(file, File(spec, script, played));
                break;
            default:
                website.Serve(file, File(spec, script, played));
                break;
        }
    }

    private static byte[] File(StreamSpec spec, StreamScript script, ScriptedNight played)
    {
        if (played.State == StreamState.EmptyDeclared)
        {
            return script.As == "html" ? SampleHtml.Plain("An invented register", spec.Empty! + ".") : Utf8.GetBytes($"{spec.Empty}.\n{Demonstration.Mark}\n");
        }

        var copy = played.State == StreamState.HeldDrift ? Drifted(played.Copy!) : played.Copy!;
        return script.As switch
        {
            "csv" => new SampleText(',', "\r\n", Utf8) { Titles = [.. script.Titles] }.Write(copy),
            "xlsx" => SampleXlsx.Write(copy, spec.Read.Sheet ?? "public-register-report-20261031", [Demonstration.Mark, .. script.Titles]),
            "html" => SampleHtml.Register(copy, "an invented council"),
            "json" => SampleJson.Lines(copy),
            "pdf" => SampleVendors.Pdf(copy, script).Write(copy),
            _ => throw new InvalidDataException($"{spec.Name}: '{script.As}' is no shape the demonstration can write."),
        };
    }

    /// <summary>The publisher calls a column otherwise from one night to the next.</summary>
    private static SampleCopy Drifted(SampleCopy copy) => copy with { Headings = [$"{copy.Headings[0]} (as amended)", .. copy.Headings.Skip(1)] };
}
