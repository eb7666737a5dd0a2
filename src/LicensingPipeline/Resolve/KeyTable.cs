namespace LicensingPipeline.Resolve;

/// <summary>
/// Numbers for homes or holders: the same key gets the same number, new keys the next one. Only a 64-bit hash of each key
/// is kept in memory; among ten million keys two meet by chance once in some four hundred thousand nights.
/// </summary>
public sealed class KeyTable
{
    private ulong[] _keys = new ulong[1024];
    private int[] _numbers = new int[1024];

    /// <summary>How many different keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The 1-based number of a key, and whether it is new.</summary>
    public (int Number, bool IsNew) Number(ulong key)
    {
        if (Count * 3 > _keys.Length * 2)
        {
            Rebuild(_keys.Length * 2, int.MaxValue);
        }

        var slot = Slot(key);
        if (_numbers[slot] != 0)
        {
            return (_numbers[slot], false);
        }

        (_keys[slot], _numbers[slot]) = (key, ++Count);
        return (Count, true);
    }

    /// <summary>Forgets every key above a number, when the copy that brought them is not published.</summary>
    public void Forget(int above)
    {
        Rebuild(_keys.Length, above);
        Count = Math.Min(Count, above);
    }

    private ulong Slot(ulong key)
    {
        var mask = (ulong)_keys.Length - 1;
        var slot = key & mask;
        while (_numbers[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Rebuild(int size, int most)
    {
        var (keys, numbers) = (_keys, _numbers);
        (_keys, _numbers) = (new ulong[size], new int[size]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (numbers[i] != 0 && numbers[i] <= most)
            {
                var slot = Slot(keys[i]);
                (_keys[slot], _numbers[slot]) = (keys[i], numbers[i]);
            }
        }
    }
}
