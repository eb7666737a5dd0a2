using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>One name in, what it is the name of and where its parts stand out.</summary>
public sealed class NameReaderTests
{
    private static string Kind(string name) => NameReader.Explain(name)[0].Value;

    [Theory]
    [InlineData("Brightfold Example Ltd")]
    [InlineData("BRIGHTFOLD EXAMPLE LTD.")]
    [InlineData("Brightfold Example Limited")]
    [InlineData("Brightfold Example Limted")]
    [InlineData("Brightfold Example LIMITD")]
    [InlineData("Brightfold Example Limitted")]
    [InlineData("Brightfold Example L.T.D.")]
    [InlineData("Brightfold Example Co Ltd")]
    [InlineData("Brightfold Example Co Lim")]
    [InlineData("Brightfold (UK) Ltd")]
    [InlineData("Brightfold Example LLP")]
    [InlineData("Brightfold Example L.L.P.")]
    [InlineData("Brightfold Example plc")]
    [InlineData("Brightfold Example P.L.C.")]
    [InlineData("Brightfold Example C.I.C.")]
    [InlineData("Brightfold Example CIO")]
    [InlineData("Brightfold Example Cyf")]
    [InlineData("Brightfold Example GmbH")]
    [InlineData("Brightfold Example B.V.")]
    [InlineData("Brightfold Example BV")]
    [InlineData("Brightfold Example S.à r.l. SARL")]
    [InlineData("Brightfold Example, Inc.")]
    [InlineData("Brightfold Example LLC")]
    [InlineData("Brightfold Example Pty Ltd")]
    [InlineData("Brightfold Example Sp. z o.o.")]
    [InlineData("Brightfold Example s.r.o.")]
    [InlineData("Brightfold Example EOOD")]
    [InlineData("Brightfold Example DAC")]
    [InlineData("Brightfold Holdings S.A.")]
    [InlineData("Brightfold Holdings AG")]
    public void A_legal_form_in_any_spelling_makes_a_company(string name) => Kind(name).ShouldBe("company");

    [Theory]
    [InlineData("Brightfold Lettings")]
    [InlineData("Brightfold Student Homes")]
    [InlineData("The Brightfold Partnership")]
    [InlineData("Brightfold & Sons")]
    [InlineData("M.S. Brightfold & Sons")]
    [InlineData("Brightfold & Co")]
    [InlineData("Brightfold and Daughters Inventham")]
    [InlineData("A & B Brightfold Properties")]
    [InlineData("Brightfold UK")]
    [InlineData("Brightfold Guest House")]
    [InlineData("(Brightfold Estates)")]
    [InlineData("88 Brightfold Estate Agency")]
    [InlineData("Moulana Brightfold Estates")]
    [InlineData("Brightfold Road Managemen")]
    public void A_trade_makes_a_company_without_a_legal_form(string name) => Kind(name).ShouldBe("company");

    [Theory]
    [InlineData("Adalind Testholder")]
    [InlineData("Mr Testholder")]
    [InlineData("TESTHOLDER, Adalind Mary")]
    [InlineData("de Testholder, Adalind")]
    [InlineData("A.B.Testholder")]
    [InlineData("Testholder A B")]
    [InlineData("Mr Dr Adalind Testholder")]
    [InlineData("Adalind Testholder (agent)")]
    [InlineData("Mr Adalind House")]
    [InlineData("Adalind House")]
    [InlineData("Mr Adalind Inc")]
    [InlineData("Adalind Trust Testholder")]
    [InlineData("Mr Q.Z. Master")]
    [InlineData("Lim, Adalind Mei")]
    public void One_person_is_a_person(string name) => Kind(name).ShouldBe("person");

    [Theory]
    [InlineData("Mr & Mrs Testholder")]
    [InlineData("Mr and Mrs A Testholder")]
    [InlineData("Mr A & Mrs B Testholder")]
    [InlineData("Adalind & Bram Testholder")]
    [InlineData("Adalind Testholder AND Bram Quillfeather")]
    [InlineData("Adalind Testholder/Bram Quillfeather")]
    [InlineData("Adalind Testholder; Bram Quillfeather")]
    [InlineData("Adalind Testholder + Bram Quillfeather")]
    [InlineData("TESTHOLDER A & B")]
    [InlineData("Mrs A Testholder Mr B Testholder")]
    [InlineData("TESTHOLDER Adalind, TESTHOLDER Bram")]
    [InlineData("Adalind Testholder, Bram Quillfeather, Corin Wendlemere")]
    [InlineData("Adalind Testholder ve Bram Testholder")]
    [InlineData("Mr Corin House and Adalind House")]
    public void Several_persons_are_joint(string name) => Kind(name).ShouldBe("joint");

    [Theory]
    [InlineData("Testholder")]
    [InlineData("Testholder and Quillfeather")]
    [InlineData("Testholder Quillfeather & Wendlemere")]
    [InlineData("Mr Bram Testholder Brightfold Ltd")]
    [InlineData("Mr Bram of Brightfold Lettings")]
    [InlineData("Mr Brightfold Properties")]
    [InlineData("The Occupier")]
    [InlineData("Adalind Testholder 12345678")]
    [InlineData("Rooms4u")]
    [InlineData("bram@testholder.example")]
    [InlineData("c/o Brightfold Lettings Ltd")]
    [InlineData("FAO: Mrs A Testholder")]
    [InlineData("?!")]
    [InlineData("Flat B, 12 Nosuch Street, London, N1 9ZZ")]
    [InlineData("Feather House, 12 Nosuch Street, London, N1 9ZZ")]
    [InlineData("D 12ramE8 Testholder")]
    public void What_cannot_be_told_is_unknown_and_counts_as_a_person(string name) => NameReader.Read(name).Kind.ShouldBe(NameKind.Unknown);

    [Theory]
    [InlineData("London Borough of Quillfeather", "public-body")]
    [InlineData("Quillfeather Council", "public-body")]
    [InlineData("Quillfeather NHS Foundation Trust", "public-body")]
    [InlineData("University of Quillfeather", "public-body")]
    [InlineData("Quillfeather University Lettings", "company")]
    [InlineData("Quillfeather Housing Association", "public-body")]
    [InlineData("Quillfeather Housing Association Limited", "public-body")]
    [InlineData("Quillfeather Housing Trust", "public-body")]
    [InlineData("Quillfeather Housing Ltd", "company")]
    [InlineData("Mr Council Testholder", "person")]
    public void Public_and_social_bodies_are_told_from_companies(string name, string kind) => Kind(name).ShouldBe(kind);

    [Theory]
    [InlineData("The Estate of Adalind Testholder")]
    [InlineData("Executors of Adalind Testholder")]
    [InlineData("Exors of the late A Testholder")]
    [InlineData("Trustees of the Testholder Settlement")]
    [InlineData("Testholder Family Trust")]
    [InlineData("Testholder SIPP")]
    [InlineData("The Personal Representatives of A Testholder")]
    [InlineData("Mr A Testholder and Mr B Testholder as trustees of the Testholder Pension Fund")]
    public void A_trust_may_bear_a_persons_name_so_the_record_says_unknown(string name)
    {
        Kind(name).ShouldBe("trust");
        NameReader.Read(name).KindText.ShouldBe("unknown");
    }

    [Theory]
    [InlineData("Withheld")]
    [InlineData("[REDACTED]")]
    [InlineData("Name withheld under GDPR")]
    [InlineData("Personal data - not disclosed")]
    [InlineData("Not for publication")]
    [InlineData("Private individual")]
    [InlineData("*****")]
    [InlineData("XXXXX")]
    public void A_name_that_is_held_back_is_withheld(string name) => NameReader.Read(name).Kind.ShouldBe(NameKind.Withheld);

    [Theory]
    [InlineData("Brightfold Ltd c/o Quill Accountants", "Brightfold Ltd", "", "Quill Accountants", "")]
    [InlineData("Brightfold Ltd C/oQuill Accountants", "Brightfold Ltd", "", "Quill Accountants", "")]
    [InlineData("Brightfold Ltd (c/- Quill Accountants)", "Brightfold Ltd", "", "Quill Accountants", "")]
    [InlineData("Adalind Testholder, care of Quill Accountants", "Adalind Testholder", "", "Quill Accountants", "")]
    [InlineData("Adalind Testholder on behalf of Brightfold Ltd", "Adalind Testholder", "", "Brightfold Ltd", "")]
    [InlineData("Adalind Testholder obo Brightfold", "Adalind Testholder", "", "Brightfold", "")]
    [InlineData("Brightfold Ltd T/A Feather Lets", "Brightfold Ltd", "Feather Lets", "", "")]
    [InlineData("Brightfold Ltd trading as Feather Lets c/o Quill", "Brightfold Ltd", "Feather Lets", "Quill", "")]
    [InlineData("Brightfold Ltd formerly Feather Ltd", "Brightfold Ltd", "Feather Ltd", "", "")]
    [InlineData("Brightfold Ltd 12 Nosuch Street, London, N1 9ZZ", "Brightfold Ltd", "", "", "12 Nosuch Street, London, N1 9ZZ")]
    [InlineData("Mr A Testholder, Flat 2, 12 Nosuch Street", "Mr A Testholder", "", "", "Flat 2, 12 Nosuch Street")]
    [InlineData("Brightfold Ltd, Feather House, Nosuch Street, QA1 1AA", "Brightfold Ltd", "", "", "Feather House, Nosuch Street, QA1 1AA")]
    [InlineData("Brightfold Ltd (Adalind Testh", "Brightfold Ltd", "", "", "")]
    [InlineData("Brightfold Estates (Adalind Testholder)", "Brightfold Estates", "", "", "")]
    [InlineData("Brightfold (No 2) Ltd (CRN 99123456)", "Brightfold (No 2) Ltd", "", "", "")]
    [InlineData("Adalind Nee", "Adalind Nee", "", "", "")]
    public void Parts_are_kept_apart(string name, string core, string other, string careOf, string address)
    {
        var read = NameReader.Read(name);

        (name[read.Core], name[read.Other], name[read.CareOf], name[read.Address]).ShouldBe((core, other, careOf, address));
    }

    [Theory]
    [InlineData("Brightfold Ltd (Adalind Testh", true)]
    [InlineData("Brightfold Road Managemen", true)]
    [InlineData("Brightfold Road Compan", true)]
    [InlineData("Brightfold Ltd (Adalind Testholder)", false)]
    [InlineData("Adalind Proper", false)]
    public void A_name_that_breaks_off_is_noticed(string name, bool cutOff) => ((NameReader.Read(name).Marks & NameMarks.CutOff) != NameMarks.None).ShouldBe(cutOff);

    [Theory]
    [InlineData("Brightfold Ltd", "BRIGHTFOLD LIMITED.", true)]
    [InlineData("Brightfold & Quill Ltd", "Brightfold and Quill Limited", true)]
    [InlineData("The Brightfold Co Ltd", "Brightfold Co Limited", true)]
    [InlineData("Brightfold Ltd (CRN 99123456)", "Brightfold Limited (Adalind Tes", true)]
    [InlineData("Brightfold Ltd t/a Feather Lets", "Brightfold Ltd c/o Quill", true)]
    [InlineData("B.C. Brightfold Ltd", "BC Brightfold Ltd", true)]
    [InlineData("Brightfold Ltd", "Brightfold LLP", false)]
    [InlineData("Brightfold (No 1) Ltd", "Brightfold (No 2) Ltd", false)]
    [InlineData("Brightfold Holdings Ltd", "Brightfold Ltd", false)]
    [InlineData("Brightfold (UK) Ltd", "Brightfold Ltd", false)]
    public void The_core_is_what_the_spellings_of_one_company_share(string one, string other, bool same) =>
        (NameCore.Key(one) == NameCore.Key(other)).ShouldBe(same);
}
