using System.Globalization;

namespace LicensingPipeline.Tests.Support;

/// <summary>Lets a loopback council play a vendor's interface, with pages of any size.</summary>
internal static class Portals
{
    public const string Dataset = "/resource/abcd-1234.json";
    public const string Layer = "/rest/services/Homes/FeatureServer/0";
    public const string Package = "/api/3/action/package_show?id=hmo-register";

    /// <summary>A Socrata dataset that serves so many records a page, whatever it is asked for.</summary>
    /// <param name="counts">What it says it holds; the number of records where null.</param>
    public static LoopbackCouncil Socrata(this LoopbackCouncil council, IReadOnlyList<string> records, int page, int? counts = null)
    {
        council.On(Dataset + "?$select=count(*)", Replies.Text(string.Create(CultureInfo.InvariantCulture, $"[{{\"count\":\"{counts ?? records.Count}\"}}]"), "application/json"));
        for (var from = 0; from <= records.Count; from++)
        {
            council.On(SocrataPage(from), Replies.Text($"[{string.Join(",\n", records.Skip(from).Take(page))}]\n", "application/json"));
        }

        return council;
    }

    public static string SocrataPage(int from) => string.Create(CultureInfo.InvariantCulture, $"{Dataset}?$limit=50000&$offset={from}&$order=:id");

    /// <summary>A layer that serves so many features a page, and says so as its most.</summary>
    public static LoopbackCouncil ArcGis(this LoopbackCouncil council, IReadOnlyList<string> features, int page, int? counts = null, string edited = "1")
    {
        council.On(Layer + "?f=json", Replies.Text(Description(page, edited), "text/plain"));
        council.On(Layer + "/query?where=1%3D1&returnCountOnly=true&f=json", Replies.Text(string.Create(CultureInfo.InvariantCulture, $"{{\"count\":{counts ?? features.Count}}}"), "text/plain"));
        for (var from = 0; from <= features.Count; from++)
        {
            var more = from + page < features.Count ? ",\"exceededTransferLimit\":true" : "";
            council.On(ArcGisPage(from, page), Replies.Text($"{{\"objectIdFieldName\":\"OBJECTID\",\"spatialReference\":{{\"wkid\":27700}},\"features\":[{string.Join(",", features.Skip(from).Take(page))}]{more}}}", "text/plain"));
        }

        return council;
    }

    public static string ArcGisPage(int from, int page) => string.Create(CultureInfo.InvariantCulture,
        $"{Layer}/query?where=1%3D1&outFields=*&orderByFields=OBJECTID&resultOffset={from}&resultRecordCount={page}&f=json");

    private static string Description(int page, string edited) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"currentVersion":11.5,"name":"Homes","objectIdField":"OBJECTID","geometryType":"esriGeometryPoint","maxRecordCount":{{{page}}},
         "editingInfo":{"lastEditDate":{{{edited}}}},"extent":{"spatialReference":{"wkid":27700,"latestWkid":27700}},
         "fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"},{"name":"REF","type":"esriFieldTypeString"}]}
        """);
}
