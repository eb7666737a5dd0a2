using System.Data.Common;

namespace LicensingPipeline.Store;

/// <summary>Reads a row of the tables licence and former_licence back into the common record.</summary>
public static class LicenceRow
{
    /// <summary>The record in the columns of <see cref="RegistersSchema.RecordNames"/>, which come first in the row.</summary>
    public static Licence Read(DbDataReader row)
    {
        var values = new string?[Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i) ? null : row.GetString(i);
        }

        return new Licence(values);
    }
}
