using System.Globalization;
using System.Text;
using LicensingPipeline.Normalise;

namespace LicensingPipeline.Summarise;

/// <summary>docs/normalisation-rules.md: every rule that may change a value, for those who argue with the parser.</summary>
public static class RulesPage
{
    /// <summary>The page as Markdown.</summary>
    /// <param name="fired">How often each rule fired, by its identifier.</param>
    public static string Write(IReadOnlyDictionary<string, long> fired)
    {
        var page = new StringBuilder("""
            # Rules of normalisation

            Made from the code; do not edit it. A test makes it anew and says how to accept what changed.

            A value is only changed by a rule, and the text as published is kept beside it: `./licensing explain ID` shows which rules fired on a
            licence, `./licensing try TEXT --as address` what they make of any text. The examples are invented. The last column says how often a rule fired
            over the two nights of the demonstration and over the samples of invented shapes; a nought there is no fault, its test is elsewhere.

            | Rule | What it does | Before | After | Taught by | Fired |
            | --- | --- | --- | --- | --- | --- |

            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        foreach (var rule in RuleBook.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{rule.Id}` | {rule.What} | {Cell(rule.Before)} | {Cell(rule.After)} | {rule.Taught} | {fired.GetValueOrDefault(rule.Id)} |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Length == 0 ? "*nothing*" : $"`{text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\u0007", "␇", StringComparison.Ordinal).Replace("`", "'", StringComparison.Ordinal)}`";
}
