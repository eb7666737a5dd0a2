using LicensingPipeline.Normalise;

namespace LicensingPipeline.Resolve;

/// <summary>An address made ready to be compared many times: every reading in numbers, every word by its number.</summary>
public sealed class ComparableAddress
{
    internal ComparableAddress(string? postcode, Reading[] readings, Word[] words, int house) => (Postcode, Readings, Words, House) = (postcode, readings, words, house);

    internal string? Postcode { get; }

    internal Reading[] Readings { get; }

    internal Word[] Words { get; }

    /// <summary>Number of the building's name and street together, less than 0 for a flat of which only the street is named; 0 for neither.</summary>
    internal int House { get; }

    /// <summary>Whether its building stands at another number in several other candidates, and at this one in none.</summary>
    internal bool IsOddNumber { get; set; }

    /// <summary>Which part of the address a word stands in, which decides what it costs where the other side lacks it.</summary>
    internal enum Part : byte { Building, Street, Locality }

    /// <summary>What a unit is called by.</summary>
    internal enum UnitKind : byte { None, Number, Letter, Code }

    internal readonly record struct Word(int Id, Part Part, bool IsType);

    /// <summary>One reading: numbers only.</summary>
    /// <param name="Type">FLAT, ROOM … as a number; 0 where there is none.</param>
    /// <param name="Kind">Number, letter or code.</param>
    /// <param name="Unit">Number of the unit's text; 0 where there is none.</param>
    /// <param name="Rank">The unit's number, or the place of its letter in the alphabet.</param>
    /// <param name="Outer">Number of the text of the outermost unit: the flat of a room.</param>
    /// <param name="Floor">Floors.</param>
    /// <param name="Position">Position as a number; 0 where there is none.</param>
    /// <param name="From">Number in the street, or 0.</param>
    /// <param name="To">End of a range, or 0.</param>
    /// <param name="Suffix">Number of the letter's text, or 0.</param>
    /// <param name="Relation">Relation.</param>
    /// <param name="IsRoom">Whether the unit is a room.</param>
    /// <param name="Penalty">Bits that this reading costs for not being the first.</param>
    internal readonly record struct Reading(
        int Type, UnitKind Kind, int Unit, int Rank, int Outer, Levels Floor, int Position, int From, int To, int Suffix, AddressRelation Relation, bool IsRoom, double Penalty);
}
