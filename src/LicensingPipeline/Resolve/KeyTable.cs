namespace LicensingPipeline.Resolve;

/// <summary>
/// Numbers for homes or holders: the same key gets the same number, new keys the next one. Only a 64-bit hash of each key
/// is kept in memory; among ten million keys two meet by chance once in some four hundred thousand nights.
/// </summary>
public sealed class KeyTable
{
    private readonly Dictionary<ulong, int> _numbers = [];

    /// <summary>How many different keys there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The 1-based number of a key, and whether it is new.</summary>
    public (int Number, bool IsNew) Number(ulong key)
    {
        ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var known);
        if (!known)
        {
            number = _numbers.Count;
        }

        return (number, !known);
    }

    /// <summary>Forgets every key above a number, when the copy that brought them is not published.</summary>
    public void Forget(int above)
    {
        foreach (var key in _numbers.Where(n => n.Value > above).Select(n => n.Key).ToList())
        {
            _numbers.Remove(key);
        }
    }
}
