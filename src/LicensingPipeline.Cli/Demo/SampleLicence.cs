namespace LicensingPipeline.Cli.Demo;

/// <summary>One invented licence as the invented council knows it, before a register writes it in its own way.</summary>
internal sealed record SampleLicence
{
    public required string Reference { get; init; }
    /// <summary>The kind in the words of the register.</summary>
    public required string Kind { get; init; }
    /// <summary>Such as <c>Flat 2, </c>, or nothing.</summary>
    public required string Unit { get; init; }
    public required int House { get; init; }
    public required string Street { get; init; }
    public required string Town { get; init; }
    public required string Outward { get; init; }
    public required string Inward { get; init; }
    public required string Holder { get; init; }
    public required string HolderAddress { get; init; }
    public required string CompanyNumber { get; init; }
    public required string Manager { get; init; }
    public required string ManagerAddress { get; init; }
    public required DateOnly Applied { get; init; }
    public required DateOnly Issued { get; init; }
    public required DateOnly Start { get; init; }
    public required DateOnly End { get; init; }
    public required int Persons { get; init; }
    public required int Households { get; init; }
    public required int Storeys { get; init; }
    public required int Rooms { get; init; }
    public required string Ward { get; init; }
    public required string Uprn { get; init; }

    /// <summary>House and street, without town and postcode.</summary>
    public string Home => $"{Unit}{House} {Street}";

    public string Postcode => $"{Outward} {Inward}";

    /// <summary>Home, town and postcode as one line.</summary>
    public string FullAddress => $"{Home}, {Town}, {Postcode}";

    /// <summary>The postcode as somebody types it who takes a nought for the letter O.</summary>
    public string PostcodeWithLetterO => $"{Outward} O{Inward[1..]}";
}
