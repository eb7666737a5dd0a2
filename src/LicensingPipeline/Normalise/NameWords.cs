using System.Collections.Frozen;

namespace LicensingPipeline.Normalise;

/// <summary>The words by which names are told apart, in capitals. Kinds of words, never names of anybody.</summary>
internal static class NameWords
{
    private static readonly (NameWord Means, string Words)[] Kinds =
    [
        (NameWord.Title, "MR MRS MS MISS MX MESSRS MESDAMES MADAM MADAME MME MLLE HERR FRAU SENOR SENORA SIGNOR SIGNORA MST MSTR"),
        (NameWord.Title | NameWord.Rank, "DR DRS PROF PROFESSOR REV REVD REVEREND SIR DAME CLLR COUNCILLOR"),
        (NameWord.Title | NameWord.Rank | NameWord.Proud, "MASTER LORD LADY CAPT CAPTAIN MAJOR COL COLONEL ALHAJI ALHAJA HAJI HAJJI HAJIA MOULANA MAULANA MOLVI RABBI SHEIKH SHAIKH IMAM FATHER FR SR SISTER CHIEF PASTOR EVANGELIST ENGINEER ENGR MGR ING BISHOP BARONESS BARON DEACON USTAZ HAFIZ"),
        (NameWord.Suffix, "ESQ ESQUIRE OBE MBE CBE KBE FRICS MRICS JP PHD MD BSC MSC MBA FCA ACA FRCS MRCP JNR JR SNR II III DECD DECEASED BT QC KC"),
        (NameWord.Legal, "LTD LIMITED LLP PLC CIC CIO UNLTD CYF CYFYNGEDIG CCC GMBH SARL SRL SPRL BVBA EOOD OOD KFT UAB DOO DAC TEORANTA TEO PTY PTE FZE FZC FZCO FZLLC LLC LLLP CORP CORPORATION INCORPORATED WLL SRO SPZOO SPOLKA BHD SDN EIRL GBR UG UNLIMITED LTEE APS HBRL"),
        (NameWord.Faint, "INC CO LIM SA SAS SE AB AG AS OY OYJ BV NV KG SPA LP BM AE EPE OE AD SIA STI SCI KK RL PC LDA"),
        (NameWord.Trade, "PROPERTIES PROPERTY PROPERTYS ESTATES LETTINGS LETTING LETS INVESTMENTS INVESTMENT HOLDINGS HOLDING DEVELOPMENTS DEVELOPMENT DEVELOPERS MANAGEMENT MANAGEMENTS SERVICES SOLUTIONS VENTURES ENTERPRISES ENTERPRISE CAPITAL PARTNERSHIP PARTNERS CONSULTANTS CONSULTANCY CONSULTING SOLICITORS ACCOUNTANTS SURVEYORS ARCHITECTS APARTMENTS ACCOMMODATION ACCOMODATION RESIDENCES RESIDENTIAL RESIDENCE RENTALS RENTAL RENTING HOTEL HOTELS HOSTEL HOSTELS RESTAURANT RESTAURANTS CONSTRUCTION CONTRACTORS BUILDERS MAINTENANCE REALTY REALTOR FREEHOLDS FREEHOLD LEASEHOLD LANDLORDS TRADING TRADERS COMPANY COMPANIES AGENCY AGENCIES AGENTS ASSETS ASSET HOMES HOUSES FLATS ROOMS STUDIOS TENANCIES TENANCY GUARDIANS FINANCE FINANCIAL INTERNATIONAL WORLDWIDE GLOBAL UK GROUP ESTATE COMMERCIAL RETAIL CATERING KEBAB SUPERMARKET PHARMACY SURGERY NURSERY GARAGE OFFSHORE NOMINEES SECURITIES INDUSTRIES PROJECTS PROPCO HMO HMOS EMLAK INSAAT GAYRIMENKUL NIERUCHOMOSCI IMOTI KTIMATIKI NADLAN IMMOBILIEN IMMOBILIER IMMOBILIERE INMOBILIARIA IMMOBILIARE IMOBILIARE VASTGOED NEKRETNINE"),
        (NameWord.Trade | NameWord.Social, "HOUSING"),
        (NameWord.Hint, "HOUSE COURT LODGE HALL VILLAS MANSIONS PLACE LIVING LONDON ENGLAND BRITISH STUDENT STUDENTS GUEST SUPPORTED CITY URBAN CENTRE CENTER REAL RENT CARE SUPPORT FIRST CHOICE DIRECT ONLINE EXPRESS PREMIER PRIME CLUB CHURCH MOSQUE TEMPLE SYNAGOGUE CHARITY SOCIETY FOUNDATION COMMUNITY COMMUNITIES PROJECT HOSPITALITY LEISURE BANK BUILDING CONVERSIONS HOME FAMILY OVERSEAS SHOP STORES STORE INNS INN PUB BAR SALON MISSION ACADEMY LINK FUTURES SPACES SPACE"),
        (NameWord.Public, "COUNCIL BOROUGH NHS UNIVERSITY COLLEGE ASSOCIATION MINISTRY DEPARTMENT COOPERATIVE CO-OPERATIVE COOP CO-OP ALMSHOUSE ALMSHOUSES CONSTABULARY"),
        (NameWord.Trust, "TRUST SETTLEMENT SIPP SSAS TRUSTS SETTLEMENTS"),
        (NameWord.Trustee, "TRUSTEES TRUSTEE EXECUTORS EXECUTOR EXORS EXECS EXECUTRIX ADMINISTRATORS REPRESENTATIVES REPS"),
        (NameWord.And, "AND"),
        (NameWord.ForeignAnd, "I Y VE UND ET DHE"),
        (NameWord.Kin, "SONS SON DAUGHTERS DAUGHTER BROTHERS BROS ASSOCIATES CO COMPANY PARTNERS SYN SYNOWIE SISTERS"),
        (NameWord.Hides, "WITHHELD REDACTED GDPR CONFIDENTIAL DISCLOSED UNDISCLOSED PUBLICATION PUBLISHED PROTECTION PROTECTED REMOVED SUPPRESSED INDIVIDUAL PRIVATE ANONYMISED ANONYMIZED ANONYMOUS HIDDEN EXEMPT RESTRICTED"),
        (NameWord.Excuse, "NAME NAMES ADDRESS DETAILS DETAIL INFORMATION INFO PERSONAL DATA UNDER DUE TO BY THE NOT FOR PUBLIC ACT REASONS REQUEST HOLDER OF LICENCE LICENSE SENSITIVE ON IS HAS BEEN AT AS A AN LANDLORD PERSON OWNER SECTION ARTICLE REGULATION REGULATIONS REGISTER DPA FOI FROM IN"),
        (NameWord.Place, "FLAT UNIT SUITE FLOOR BASEMENT GROUND PO ROOM OFFICE APARTMENT"),
        (NameWord.Opens, "C C/O CARE OBO O/B/O ON FOR PER AS AGENT AGENTS MANAGED ATTN FAO F/A/O T/A T/AS TRADING TRADES AKA A/K/A ALSO KNOWN DBA D/B/A FORMERLY F/K/A FKA NEE NÉE"),
        (NameWord.Particle, "DE DA DI DO DOS DU LA LE VAN VON DER DEN TER BIN IBN BINT BEN BAT BAS BAR ABU UMM AL EL UR O MC MAC NI UI ST DELLA DEL AIT OULD WA HAR UL UD AU"),
    ];

    private static readonly FrozenDictionary<string, NameWord> Known = Build();
    private static readonly FrozenDictionary<string, NameWord>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = Known.Keys.Max(k => k.Length);
    private static readonly FrozenSet<string> BrokenOff = Beginnings().ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BrokenOffLookup = BrokenOff.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word in capitals may say.</summary>
    public static NameWord Of(ReadOnlySpan<char> upper) =>
        upper.Length <= Longest && Lookup.TryGetValue(upper, out var means) ? means : NameWord.None;

    /// <summary>Whether a word looks like the first letters of a company's word that was cut off at the edge of a column.</summary>
    public static bool IsCutOff(ReadOnlySpan<char> upper) => upper.Length >= 5 && upper.Length <= Longest && BrokenOffLookup.Contains(upper);

    /// <summary>Beginnings of long words that are words of no other kind: seven letters, or all but the last.</summary>
    private static IEnumerable<string> Beginnings() =>
        Known.Where(k => k.Value.HasFlag(NameWord.Trade) && k.Key.Length >= 8).Select(k => k.Key).Append("COMPANY").Append("ASSOCIATION")
            .SelectMany(word => Enumerable.Range(5, word.Length - 5).Where(n => n >= 7 || n == word.Length - 1).Select(n => word[..n]))
            .Append("LIMIT").Append("LIMITE").Where(w => !Known.ContainsKey(w)).Distinct(StringComparer.Ordinal);

    private static FrozenDictionary<string, NameWord> Build()
    {
        var known = new Dictionary<string, NameWord>(StringComparer.Ordinal);
        foreach (var (means, words) in Kinds)
        {
            foreach (var word in words.Split(' '))
            {
                known[word] = known.GetValueOrDefault(word) | means;
            }
        }

        foreach (var slip in Slips("LIMITED"))
        {
            known.TryAdd(slip, NameWord.Legal);
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A word with one letter dropped, doubled or changed places with the next.</summary>
    private static IEnumerable<string> Slips(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            yield return word.Insert(i, word[i].ToString());
            if (i + 1 < word.Length)
            {
                yield return string.Concat(word.AsSpan(0, i), word.AsSpan(i + 1, 1), word.AsSpan(i, 1), word.AsSpan(i + 2));
            }
        }
    }
}
