using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace LicensingPipeline.Collect;

/// <summary>What is asked for.</summary>
/// <param name="MaxBytes">More than this is refused.</param>
internal sealed record Question(Uri Url, long MaxBytes)
{
    /// <summary>Sent to the address they belong to, and to no other.</summary>
    public Validators? Last { get; init; }

    /// <summary>Where reading ends without a complaint.</summary>
    public long StopAfter { get; init; } = long.MaxValue;
}

/// <summary>One try: waits for the host's turn, asks once, and takes the whole answer in before the next may ask.</summary>
internal sealed class Exchange(HttpMessageInvoker invoker, string userAgent, HostQueue queue, Archive archive, CollectOptions options, TimeProvider time)
{
    private const int ErrorPageBytes = 64 * 1024;

    /// <summary>Asks once. A broken line, a silence or a bad certificate is a fault of the answer, not an exception.</summary>
    /// <exception cref="SourceException">The file is over the limit, or the host wants to be left alone for long.</exception>
    public async Task<Answer> TryAsync(Question question, CancellationToken ct)
    {
        using var turn = await queue.EnterAsync(question.Url, ct);
        using var whole = new CancellationTokenSource(options.MaxTry, time);
        using var silence = new CancellationTokenSource(options.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct, whole.Token, silence.Token);
        try
        {
            using var request = Request(question);
            using var response = await invoker.SendAsync(request, linked.Token);
            var answer = await TakeAsync(question, response, () => silence.CancelAfter(options.Timeout), linked.Token);
            if (answer.RetryAfter is { } rest)
            {
                queue.Rest(question.Url, rest, answer.Code == 429 ? StreamState.Blocked : StreamState.Unreachable);
            }

            return answer;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new Answer(question.Url)
            {
                Fault = whole.IsCancellationRequested ? $"the answer was not whole after {Amounts.Seconds(options.MaxTry)}"
                    : silence.IsCancellationRequested ? $"nothing was heard for {Amounts.Seconds(options.Timeout)}"
                    : Faults.Say(fault),
            };
        }
    }

    private HttpRequestMessage Request(Question question)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, question.Url);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (question.Last is { } last && last.Url == question.Url)
        {
            AddIf(request.Headers, "If-None-Match", last.ETag);
            AddIf(request.Headers, "If-Modified-Since", last.LastModified);
        }

        return request;
    }

    private static void AddIf(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private async Task<Answer> TakeAsync(Question question, HttpResponseMessage response, Action heard, CancellationToken ct)
    {
        var answer = new Answer(question.Url)
        {
            Status = response.StatusCode,
            Location = response.Headers.Location is { } location && Uri.TryCreate(question.Url, location, out var to) ? to : null,
            RetryAfter = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? Wait(response.Headers.RetryAfter) : null,
            ContentType = Raw(response.Content.Headers, "Content-Type"),
            ETag = Raw(response.Headers, "ETag"),
            LastModified = Raw(response.Content.Headers, "Last-Modified"),
            Modified = response.Content.Headers.LastModified,
            Challenge = Raw(response.Headers, "cf-mitigated") ?? Raw(response.Headers, "x-amzn-waf-action"),
        };
        heard();
        if (answer.IsRedirect || answer.Status == HttpStatusCode.NotModified || (answer.IsSuccess && answer.Challenge is not null))
        {
            return answer;
        }

        if (!answer.IsSuccess)
        {
            await using var page = await Wire.OpenAsync(response.Content, ErrorPageBytes, heard, ct);
            return answer with { Challenge = answer.Challenge ?? ChallengePage.Sign(await TextAsync(page, ct), pageExpected: true) };
        }

        if (response.Content.Headers.ContentLength > question.MaxBytes && question.StopAfter > question.MaxBytes)
        {
            throw SourceException.Cap($"The file at {question.Url}", Amounts.Bytes(question.MaxBytes));
        }

        await using var body = await Wire.OpenAsync(response.Content, question.StopAfter, heard, ct);
        return answer with { Body = await archive.StageAsync(body, question.MaxBytes, ct) };
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static async Task<string> TextAsync(Stream page, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await page.CopyToAsync(bytes, ct);
        return Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
