using System.Globalization;
using LicensingPipeline.View;

namespace LicensingPipeline.Cli;

/// <summary>Which licensing applies somewhere, for programs.</summary>
internal static class PlaceJson
{
    public static object Of(PlaceAnswer answer, bool invented)
    {
        var kinds = answer.Kinds.Select(k => new
        {
            k.Kind,
            InForce = Word(k.Scheme.Force),
            Designations = k.Scheme.Schemes.Select(s => new
            {
                s.Designation,
                s.Area,
                s.WardYear,
                From = Iso(s.InForceFrom),
                To = Iso(s.EndedEarly ?? s.InForceTo),
                section_257 = s.Section257,
                s.Evidence,
                Checked = Iso(s.Checked),
                s.Confidence,
            }),
            Copies = Word(k.Copy.Reach),
            CopyAsAt = Iso(k.Copy.AsAt),
            Sentences = new[] { k.Scheme.Sentence, k.Copy.Sentence(k.Kind, answer.Name, looked: false) },
        });
        return invented
            ? new { answer.Authority, answer.Name, On = Iso(answer.On), Kinds = kinds, answer.FindOut, Demonstration = LicensingPipeline.Demonstration.Mark }
            : new { answer.Authority, answer.Name, On = Iso(answer.On), Kinds = kinds, answer.FindOut };
    }

    private static string Word(Force force) => force switch
    {
        Force.Whole => "whole-borough",
        Force.SomeWards => "some-wards",
        Force.Unsure => "unsure",
        _ => "none-known",
    };

    private static string Word(Reach reach) => reach switch
    {
        Reach.Covered => "covered",
        Reach.InPart => "in-part",
        Reach.Unsaid => "kind-unsaid",
        Reach.NotNear => "not-near",
        _ => "not-covered",
    };

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
