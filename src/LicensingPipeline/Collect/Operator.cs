using System.Text.RegularExpressions;
using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Collect;

/// <summary>Who runs this program, so that a council that wonders about the requests knows whom to ask.</summary>
/// <param name="Name">Who runs it, such as the name of a branch.</param>
/// <param name="Contact">A page (https://…) or an e-mail address; it stands in the user agent of every request.</param>
public sealed record Operator(string Name, string Contact);

/// <summary>The operator file is there and cannot be used; the message says what to write.</summary>
public sealed class OperatorException(string message) : Exception(message);

/// <summary>Reads <c>operator.yaml</c>, a map { name, contact }.</summary>
public static partial class OperatorFile
{
    /// <summary>The file's name below the data folder.</summary>
    public const string Name = "operator.yaml";

    /// <summary>The operator, or null where nobody has said who runs this; a run then makes no request.</summary>
    public static Operator? Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        var errors = new List<SourceError>();
        Operator? read = null;
        if (SourceReader.Load(Name, File.ReadAllText(path), errors) is { } root)
        {
            var map = new YamlMap(root, "", Name, errors);
            read = new Operator(map.Text("name", required: true) ?? "", map.Text("contact", required: true) ?? "");
            if (read.Contact.Length > 0 && !IsContact(read.Contact))
            {
                map.Error("contact", "a page starting with https:// or an e-mail address is wanted here, so that a council can ask who is reading.");
            }

            foreach (var key in map.Keys.Where(k => k is not ("name" or "contact")))
            {
                map.Error(key, "this key is not known here; operator.yaml holds name and contact.");
            }
        }

        return errors.Count == 0 ? read : throw new OperatorException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>Printable ASCII without brackets or spaces only, since it travels in a header.</summary>
    private static bool IsContact(string contact) =>
        MailPattern().IsMatch(contact) ||
        (PagePattern().IsMatch(contact) && Uri.TryCreate(contact, UriKind.Absolute, out var page) && page is { Scheme: "https", UserInfo: "" } && page.Host.Contains('.', StringComparison.Ordinal));

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MailPattern();

    [GeneratedRegex(@"^https://[!#-'*-;=?-~]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PagePattern();
}
