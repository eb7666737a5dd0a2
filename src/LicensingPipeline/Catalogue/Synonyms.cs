using System.Text;

namespace LicensingPipeline.Catalogue;

/// <summary>
/// What publishers call the fields of the record. It only ever proposes: whoever adds or mends a source file sees the line
/// and decides; nothing is read by it.
/// </summary>
public static class Synonyms
{
    /// <summary>
    /// One kind of heading a line, the surest first: every part of it (parted by &amp;) must be met, by one of its
    /// fragments (parted by |), in the heading written small without anything but letters and digits. =x is a whole word,
    /// ^x the whole heading. Behind the arrow stands the field, or - for what no register says about a home.
    /// </summary>
    private const string Table = """
        ^lat|latitude => latitude
        ^lon|^lng|^long|longitude => longitude
        easting|northing|^x|^y|lsoa|msoa|objectid|globalid|areacode|lastupdated|datelastmodified|caseofficer|^officer|notice => -
        nameandaddress|nameaddress|addressandname => -
        uprn|uniquepropertyref => uprn
        manager|managing|=agent|agents|personincontrol & companyn|companyreg|crn => manager_company_number
        manager|managing|=agent|agents|personincontrol & address|postcode|=addr => manager_address
        manager|managing|=agent|agents|personincontrol & line|town|city|street & 1|2|3|4|town|city => manager_address
        manager|managing|=agent|agents|personincontrol => manager_name
        holder|=licensee|=licencee|=licensees|proprietor|landlord & companyn|companyreg|crn => holder_company_number
        holder|=licensee|=licencee|=licensees|proprietor|landlord & address|postcode|=addr => holder_address
        holder|=licensee|=licencee|=licensees|proprietor|landlord => holder_name
        ^companyname => holder_name
        ^companynumber|^companyno|^crn|companyregistration => holder_company_number
        tribunal|appeal & decision|outcome => tribunal_decision
        tribunal|appeal => tribunal_matter
        condition => conditions
        nonself|notself|nonsc|notsc => flats_not_self_contained
        selfcontained|scflat => flats_self_contained
        household|numberoflettings|nooflettings|totalnumberunits|numberofunits|noofunits => max_households
        occup|person|people|numberoftenants|nooftenants => max_persons
        storey|storie|nooffloors|numberoffloors|^floors|basement => storeys
        sleeping|bedroom|lettingrooms => sleeping_rooms
        livingroom|livingaccom|providingliving|livingspace => living_rooms
        toilet|=wc|=wcs|lavator => wcs
        basin => wash_hand_basins
        kitchen => kitchens
        bathroom|=baths|=bath => bathrooms
        shower => showers
        =sink|=sinks => sinks
        amenit|facilities => shared_amenities
        expir|enddate|dateend|dateofend|validto|validuntil|dateto|licenceend|licenseend|licenceexp|=until|^to|^end|=expires|=ends => end_date
        applicationdate|dateofapplication|applicationreceived|datereceived|receiveddate|dateapplied => application_date
        startdate|datestart|dateofstart|commenc|validfrom|datefrom|effectivefrom|=from|licencestart|licensestart|^start|=starts|=began|=begins => start_date
        dateofissue|issuedate|dateissued|=issued|grantdate|dategranted|dateofgrant|=granted|decisiondate|formdate|issuedon => issue_date
        licencedate|dateoflicence|dateoflicense => start_date
        duration|lengthoflicence|licenceperiod|licenceterm|termoflicence|^term|periodoflicence => duration_months
        status => status
        licencenumber|licenceno|licensenumber|licenseno|licnumber|licno => reference
        licencereference|licenceref|licensereference|licenseref|licenceid => reference
        referencenumber|referenceno|refno|refnumber|refval|^ref|^reference|casenumber|caseno|caseref|casereference => reference
        applicationnumber|applicationno|applicationref|registrationnumber|registrationno|registernumber|registerno|hmonumber|hmono|hmoref|^licence|^license|uniqueid => reference
        licencetype|licensetype|typeoflicence|typeoflicense|licencescheme|=scheme|licencecategory|licenceclass|hmotype|typeofhmo|^type|designation => scheme
        propertytype|typeofproperty|premisesdescription|descriptionof|=description|dwellingtype|housetype|buildingtype|accommodationtype|^category => description
        postcode|postalcode|postode|=pcd|=pcds|postcd => postcode
        ^ward|wardname|electoralward => ward
        propertyaddress|hmoaddress|premisesaddress|fulladdress|addressof|siteaddress|licensedproperty|licencedproperty|addressline|licenceaddress => property_address
        ^address|^location|^property|^premises|address|premises => property_address
        houseno|housenumber|propertyno|propertynumber|flatno|unitno|buildingname|propertyname|streetname|=street|=road|^flat|^house|^building|^town|^city|^area|^locality|^district|^village|^county => property_address
        """;

    private static readonly (string[][] Parts, Field? Field)[] Rules = [.. Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    /// <summary>Keys under which tools that fetch a page put what they found; they say nothing of a field.</summary>
    private static readonly string[] Wrappers = ["details", "additional_details", "attributes", "properties", "register", "geometry"];

    /// <summary>Texts one of which stands in the headings of nearly every register: they find the sheet or the table.</summary>
    public static IReadOnlyList<string> Telling { get; } =
    [
        "address", "property address", "hmo address", "premises address", "full address", "address 1", "address line 1", "location", "property", "premises",
        "address of property", "address of licensed property", "licensed property", "propertyaddress", "property_address", "postcode", "post code",
        "licence number", "licence no", "licence no.", "licence reference", "licence reference number", "reference", "case number",
        "licence type", "licence holder", "licence holder name", "name of licence holder", "licence holder address", "managing agent name", "manager", "licence start date",
        "licence end date", "start date", "end date", "expiry date", "date of issue", "date of expiry", "licence expiry date", "maximum permitted occupants",
        "maximum permitted households", "number of storeys", "number of households", "number of persons", "ward",
    ];

    /// <summary>The field a heading seems to name; null where it names none.</summary>
    public static Field? Of(string heading) => Find(heading).Field;

    /// <summary>Whether a heading is one we know, be it a field or one of those that no register needs.</summary>
    public static bool IsKnown(string heading) => Find(heading).Rank < Rules.Length;

    /// <summary>How sure a heading is, small numbers first; for choosing between two of one field.</summary>
    public static int Rank(string heading) => Find(heading).Rank;

    private static (Field? Field, int Rank) Find(string heading)
    {
        var words = Words(heading);
        var whole = string.Concat(words);
        if (whole.Length is 0 or > 120)
        {
            return (null, Rules.Length);
        }

        var rank = Array.FindIndex(Rules, r => Array.TrueForAll(r.Parts, p => Array.Exists(p, f => Meets(f, whole, words))));
        return rank < 0 ? (null, Rules.Length) : (Rules[rank].Field, rank);
    }

    private static bool Meets(string fragment, string whole, List<string> words) => fragment[0] switch
    {
        '^' => whole == fragment[1..],
        '=' => words.Contains(fragment[1..], StringComparer.Ordinal),
        _ => whole.Contains(fragment, StringComparison.Ordinal),
    };

    /// <summary>The words of a heading: <c>LicenceHolder</c>, <c>licence_holder</c> and <c>Licence Holder</c> are the same two.</summary>
    private static List<string> Words(string heading)
    {
        var named = string.Join(' ', heading.Split('.').Where((part, i) => i == heading.Count(c => c == '.') || !Wrappers.Contains(part, StringComparer.OrdinalIgnoreCase)));
        var text = new StringBuilder();
        for (var i = 0; i < named.Length; i++)
        {
            var c = named[i];
            if (char.IsUpper(c) && i > 0 && char.IsLower(named[i - 1]))
            {
                text.Append(' ');
            }

            if (c is not ('\'' or '\u2019'))
            {
                text.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            }
        }

        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static (string[][] Parts, Field? Field) Read(string line)
    {
        var sides = line.Split("=>", StringSplitOptions.TrimEntries);
        var field = Fields.TryParse(sides[1], out var known) ? known : (Field?)null;
        return ([.. sides[0].Split('&', StringSplitOptions.TrimEntries).Select(p => p.Split('|', StringSplitOptions.TrimEntries))], field);
    }
}
