using System.Text;

namespace LicensingPipeline.Cli.Demo.Script;

/// <summary>The files of the played websites and of the inbox on one night, by path below the folder of the night.</summary>
internal sealed class Website
{
    private readonly SortedDictionary<string, List<(string Address, string Words)>> _links = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Serves a file.</summary>
    public void Serve(Uri at, byte[] bytes) => _files[SampleFolder.PathOf(at)] = bytes;

    /// <summary>Answers an address with a status instead of a file.</summary>
    public void Refuse(Uri at, int status) => _files[$"{SampleFolder.PathOf(at)}.{status.ToString(System.Globalization.CultureInfo.InvariantCulture)}"] = Encoding.UTF8.GetBytes(Demonstration.Mark + "\n");

    /// <summary>Lets a whole website answer everything with a challenge, as those do that want no programs.</summary>
    public void Challenge(string host) => _files[$"{host}/{SampleFolder.ChallengeName}"] = SampleHtml.Plain(
        "Just a moment...", "Checking your browser before accessing this website. This is an invented challenge, made to be recognised and not got round.");

    /// <summary>Lets a whole website break every connection off.</summary>
    public void Silence(string host) => _files[$"{host}/{SampleFolder.SilentName}"] = Encoding.UTF8.GetBytes(Demonstration.Mark + "\n");

    /// <summary>Puts a link on a page, which is made where there is none.</summary>
    public void Link(Uri page, string address, string words) => LinksOf(page).Add((address, words));

    /// <summary>Makes a page that may have no link.</summary>
    public void Page(Uri page) => LinksOf(page);

    /// <summary>Hands a file in with the note that says of which day it is.</summary>
    public void Hand(string folder, string name, byte[] bytes, string asAt)
    {
        _files[$"{SampleFolder.InboxName}/{folder}/{name}"] = bytes;
        _files[$"{SampleFolder.InboxName}/{folder}/{name}.yaml"] = Encoding.UTF8.GetBytes($"# {Demonstration.Mark}\nas-at: {asAt}\norigin: supplied\n");
    }

    /// <summary>Every file, with the landing pages and a robots.txt for each website.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Files()
    {
        foreach (var (page, links) in _links)
        {
            _files[page] = SampleHtml.Landing("an invented council", links);
        }

        var hosts = _files.Keys.Select(k => k.Split('/')[0]).Where(h => h != SampleFolder.InboxName).Distinct(StringComparer.Ordinal).ToList();
        foreach (var host in hosts)
        {
            _files[$"{host}/robots.txt"] = Encoding.UTF8.GetBytes($"# {Demonstration.Mark}.\nUser-agent: *\nDisallow: /staff/\n");
        }

        return _files.Select(f => (f.Key, f.Value));
    }

    private List<(string Address, string Words)> LinksOf(Uri page)
    {
        var path = SampleFolder.PathOf(page);
        return _links.TryGetValue(path, out var links) ? links : _links[path] = [];
    }
}
