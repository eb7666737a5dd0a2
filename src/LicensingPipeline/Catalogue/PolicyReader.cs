namespace LicensingPipeline.Catalogue;

/// <summary>Reads policy.yaml strictly: every question stands in it once, and whoever differs from the default says who decided.</summary>
public static class PolicyReader
{
    private const string Guide = "data/README.md lists the keys of policy.yaml";

    /// <summary>Reads the file's text. The policy is null where there are errors.</summary>
    /// <param name="file">Its name, for the errors.</param>
    /// <param name="yaml">Its text.</param>
    public static (Policy? Policy, IReadOnlyList<SourceError> Errors) Read(string file, string yaml)
    {
        var errors = new List<SourceError>();
        if (SourceReader.Load(file, yaml, errors) is not { } root)
        {
            return (null, errors);
        }

        var top = new YamlMap(root, "", file, errors);
        var decisions = new List<PolicyDecision>();
        foreach (var key in PolicyKey.All)
        {
            if (top.Map(key.Key, required: true) is { } map)
            {
                decisions.Add(Decision(key, map));
            }
        }

        top.Done(Guide);
        return (errors.Count > 0 ? null : new Policy(decisions), errors);
    }

    private static PolicyDecision Decision(PolicyKey key, YamlMap map)
    {
        var value = map.Text("value", required: true) ?? key.Default;
        if (key.Fault(value) is { } fault)
        {
            map.Error("value", fault);
        }

        if (map.Text("default", required: true) is { } stated && stated != key.Default)
        {
            map.Error("default", $"the software's default is {key.Default}; to decide otherwise, change the value.");
        }

        var decided = map.Has("decided_by") || map.Has("date");
        if (!decided && value != key.Default)
        {
            map.Error("value", "this is not the default, so somebody decided it: write decided_by, date and review_by.");
        }

        var decision = new PolicyDecision(key, value, map.Text("reasons", required: true) ?? "")
        {
            DecidedBy = map.Text("decided_by", required: decided),
            Date = map.Date("date", required: decided),
            ReviewBy = map.Date("review_by", required: decided),
        };
        map.Done(Guide);
        return decision;
    }
}
