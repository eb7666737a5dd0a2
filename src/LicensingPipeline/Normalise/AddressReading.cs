using System.Text;

namespace LicensingPipeline.Normalise;

/// <summary>How a home lies to the number in its address. Where it is not <see cref="At"/> the number locates the home and does not identify it.</summary>
public enum AddressRelation { At, RearOf, Above, AdjacentTo, Behind, Opposite, Near, Between, LandAt, PartOf }

/// <summary>
/// One reading of an address in the shape of BS 7666: what is inside the building (unit, floors, position) and what is
/// addressable from the street (building, number or range, street).
/// </summary>
public sealed record AddressReading
{
    /// <summary>FLAT, ROOM, STUDIO …, as we write it.</summary>
    public string? UnitType { get; init; }

    /// <summary>The number or letter of the unit; a room of a flat is <c>4 ROOM 3</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The floors.</summary>
    public Levels Floor { get; init; }

    /// <summary>FRONT, REAR, LEFT …</summary>
    public string? Position { get; init; }

    /// <summary>The name of the building.</summary>
    public string? Building { get; init; }

    /// <summary>The number in the street, or the lower end of a range; 0 where there is none.</summary>
    public int NumberFrom { get; init; }

    /// <summary>The higher end of a range; 0 where there is none.</summary>
    public int NumberTo { get; init; }

    /// <summary>The letter of the number, or HALF.</summary>
    public string? Suffix { get; init; }

    /// <summary>The street, its type written in full.</summary>
    public string? Street { get; init; }

    /// <summary>What stands between street and town.</summary>
    public string? Locality { get; init; }

    /// <summary>The post town.</summary>
    public string? Town { get; init; }

    /// <summary>The postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>How the home lies to the number.</summary>
    public AddressRelation Relation { get; init; }

    /// <summary>Whether the parts are beyond doubt, so that a key can be made of them.</summary>
    public bool IsSure { get; init; }

    /// <summary>The address written out of its parts, which reads as the same parts again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Part(text, UnitType is null ? Unit : Unit is null ? UnitType : $"{UnitType} {Unit}");
        Part(text, Floor.IsEmpty ? null : Floor.Words());
        Part(text, Position);
        Part(text, Building);
        Part(text, string.Join(' ', ((string?[])[RelationText(), Number, Street]).OfType<string>()));
        Part(text, Locality);
        Part(text, Town);
        Part(text, Postcode);
        return text.ToString();
    }

    /// <summary>The parts that are there, by their keys in the record.</summary>
    public IEnumerable<(string What, string Value)> Parts()
    {
        (Field Field, string? Value)[] parts =
        [
            (Field.UnitType, UnitType), (Field.Unit, Unit), (Field.Floor, Floor.ToString()), (Field.Position, Position), (Field.Building, Building),
            (Field.NumberFrom, NumberFrom == 0 ? null : FormattableString.Invariant($"{NumberFrom}")), (Field.NumberTo, NumberTo == 0 ? null : FormattableString.Invariant($"{NumberTo}")),
            (Field.Suffix, Suffix), (Field.Street, Street), (Field.Locality, Locality), (Field.Town, Town), (Field.Postcode, Postcode),
        ];
        var stated = parts.Where(p => p.Value is { Length: > 0 }).Select(p => (p.Field.Key(), p.Value!));
        return Relation == AddressRelation.At ? stated : stated.Append(("relation", RelationText()!));
    }

    /// <summary>The number with its letter, or the range; null where there is none.</summary>
    public string? Number => NumberFrom == 0 ? null
        : NumberTo == 0 ? FormattableString.Invariant($"{NumberFrom}{(Suffix is { Length: > 1 } ? " " : "")}{Suffix}")
        : FormattableString.Invariant($"{NumberFrom}-{NumberTo}{Suffix}");

    private string? RelationText() => Relation switch
    {
        AddressRelation.At => null,
        AddressRelation.RearOf => "REAR OF",
        AddressRelation.AdjacentTo => "ADJACENT TO",
        AddressRelation.LandAt => "LAND AT",
        AddressRelation.PartOf => "PART OF",
        _ => Relation.ToString().ToUpperInvariant(),
    };

    private static void Part(StringBuilder text, string? part)
    {
        if (part is { Length: > 0 })
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(part);
        }
    }
}
