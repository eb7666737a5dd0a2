using System.Net;

namespace LicensingPipeline.Collect;

/// <summary>What was asked for, which decides what a person can do about its absence.</summary>
internal enum Wanted
{
    File,
    /// <summary>The page on which links are looked for.</summary>
    Landing,
    /// <summary>An answer of a vendor's interface.</summary>
    Interface,
}

/// <summary>Turns an answer that is no file into a state and a sentence.</summary>
internal static class Refusals
{
    /// <summary>What the answer means.</summary>
    public static SourceException Of(Answer answer, Wanted wanted, CollectOptions options)
    {
        var url = answer.Url;
        var (state, message) = answer switch
        {
            { Fault: { } fault } => (StreamState.Unreachable, $"{url.Host} could not be read in {options.Tries} tries: {fault}. The next night asks again; after three such nights open {url} in a browser."),
            { Challenge: { } sign } => (StreamState.Blocked, $"{url} answered {answer.Code} with a page that tells programs to stay out (its sign: '{sign}'). That is not got round; write to the council and ask for the file or for leave to read it."),
            { RetryAfter: { } wait } when wait > options.MaxRetryAfter =>
                (answer.Code == 429 ? StreamState.Blocked : StreamState.Unreachable, $"{url.Host} answered {answer.Code} and asked us to wait {Amounts.Seconds(wait)}; a run waits at most {Amounts.Seconds(options.MaxRetryAfter)}. The next night asks again; if this stays, write to the council."),
            { Code: 429 } => (StreamState.Blocked, $"{url.Host} says that we ask too often (429). Write to the council and ask at what pace its register may be read."),
            { Code: 401 or 403 or 406 or 451 } => (StreamState.Blocked, $"{url} refuses us ({answer.Code}). That is not got round; write to the council and ask for the file or for leave to read it."),
            { Code: 410 } => (StreamState.Gone, $"{url} is gone for good (410). Ask the council where its register is now (Housing Act 2004 s.232), or retire the stream."),
            { Code: 400 or 404 } when wanted == Wanted.Interface => (StreamState.LinkMoved, $"{url} answered {answer.Code}: there is no such dataset there now. Find it on the council's site and put its address under api."),
            { Code: 404 } when wanted == Wanted.Landing => (StreamState.LinkMoved, $"The landing page {url} is not there (404). Find the page on the council's site and put its address under landing."),
            { Code: 404 } => (StreamState.LinkMoved, $"The file {url} is not there (404). Find the page that links to it and have the link looked for, with landing and discover."),
            { Code: 304 } => (StreamState.Unreachable, $"{url} answered 'not modified' though nothing was remembered. The next night asks again."),
            { Code: 408 or >= 500 } => (StreamState.Unreachable, $"{url.Host} answered {answer.Code} in {options.Tries} tries. The next night asks again; after three such nights open {url} in a browser."),
            _ => (StreamState.LinkMoved, $"{url} answered {answer.Code}, which is no file. Open it in a browser and put the address that works into the source file."),
        };
        var suggestion = answer.Code == 404 && wanted == Wanted.File ? """discover: { css: "a[href]", text: "register", expect: 1 }""" : null;
        return new SourceException(state, message, suggestion, With(answer.Status));
    }

    /// <summary>The status travels inside, so that the ledger can keep it.</summary>
    public static HttpRequestException? With(HttpStatusCode? status) => status is null ? null : new HttpRequestException(null, null, status);
}
