namespace LicensingPipeline.Collect;

/// <summary>Says in half a sentence why nothing whole came over the line.</summary>
internal static class Faults
{
    public static string Say(Exception fault) => fault is not HttpRequestException http ? "the connection was cut" : http.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known (DNS)",
        HttpRequestError.ConnectionError => "no connection was accepted",
        HttpRequestError.SecureConnectionError =>
            $"its certificate or TLS was not accepted ({Innermost(http)}). That is for the council to mend; it is never waved through",
        HttpRequestError.ResponseEnded => "the answer broke off before it was whole",
        HttpRequestError.Unknown when http.InnerException is IOException => "the connection was cut",
        var other => $"the connection failed ({other})",
    };

    private static string Innermost(Exception fault) => fault.GetBaseException().Message.TrimEnd('.');
}
