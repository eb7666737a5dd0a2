using LicensingPipeline.Normalise;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Normalise;

/// <summary>The spellings of one list, with invented numbers.</summary>
public sealed class CompanyNumbersTests
{
    [Theory]
    [InlineData("Brightfold Ltd (Co. Rgn. No. 00000017)")]
    [InlineData("Brightfold Ltd (Co. Rgn. No.00000017)")]
    [InlineData("Brightfold Ltd (Co.Regn.No. 00000017)")]
    [InlineData("Brightfold Ltd (Co.Regn.No, 00000017)")]
    [InlineData("Brightfold Ltd (Co. Regn. No., 00000017)")]
    [InlineData("Brightfold Ltd (Co. Reg. No.: 00000017 )")]
    [InlineData("Brightfold Ltd (co.Regn.No - 00000017)")]
    [InlineData("Brightfold Ltd ( C0. Regn. No 00000017)")]
    [InlineData("Brightfold Ltd (Co. Rgn. No00000017)")]
    [InlineData("Brightfold Ltd (co. # 00000017 )")]
    [InlineData("Brightfold Ltd (co. House: 00000017)")]
    [InlineData("Brightfold Ltd (Comp Reg: 00000017)")]
    [InlineData("Brightfold Ltd (Comp Regn: 00000017)")]
    [InlineData("Brightfold Ltd (Company Number: 00000017)")]
    [InlineData("Brightfold Ltd (Company Reg No: 00000017)")]
    [InlineData("Brightfold Ltd (CRN 00000017)")]
    [InlineData("Brightfold Ltd (CRN:00000017)")]
    [InlineData("Brightfold Ltd CRN00000017")]
    [InlineData("Brightfold Ltd (00000017)")]
    [InlineData("Brightfold Ltd (00000017), Adalind (Ada)")]
    [InlineData("Brightfold Ltd 00000017")]
    [InlineData("Brightfold Ltd .00000017")]
    [InlineData("Brightfold Ltd # 00000017")]
    [InlineData("Brightfold Ltd (Co. No. 00000017")]
    [InlineData("Brightfold Property Co. Reg. No. 00000017")]
    [InlineData("Brightfold Ltd (Co. No. 0000 0017)")]
    [InlineData("Brightfold Ltd (Co. No. O0000017)")]
    public void Every_spelling_gives_the_same_eight_digits(string name) => NameReader.Read(name).CompanyNumber.ShouldBe("00000017");

    [Theory]
    [InlineData("Brightfold Ltd (co. No. 875001)", "00875001")]
    [InlineData("Brightfold Ltd (Co. No. 75001)", "00075001")]
    [InlineData("Brightfold Ltd 9123456", "09123456")]
    [InlineData("Brightfold Ltd (Comp Regn: SC000017)", "SC000017")]
    [InlineData("Brightfold Ltd (sc 000017)", "SC000017")]
    [InlineData("Brightfold Ltd (Co. No. NI0017)", "NI000017")]
    [InlineData("Brightfold LLP OC300017", "OC300017")]
    [InlineData("Brightfold (CRN: CE000017) (Charity No.:1000017)", "CE000017")]
    [InlineData("Brightfold For People (Charity No. 00000017)", "00000017")]
    [InlineData("Adalind Testholder (Co. Rgn. No.00000017)", "00000017")]
    public void Leading_noughts_come_back_and_letters_stay(string name, string number) => NameReader.Read(name).CompanyNumber.ShouldBe(number);

    [Theory]
    [InlineData("Brightfold Housing Link (Charity No. 1000017)")]
    [InlineData("Brightfold Housing Link (Char No 100017)")]
    [InlineData("Adalind Testholder 00000017")]
    [InlineData("Adalind Testholder (Reg 12345)")]
    [InlineData("Brightfold (2016) Ltd")]
    [InlineData("88 Brightfold Ltd")]
    [InlineData("Brightfold Ltd 02079460000")]
    [InlineData("Brightfold Ltd c/o Quill Ltd 00000017")]
    [InlineData("Brightfold Ltd 123456")]
    [InlineData("Brightfold Ltd (Co. No. )")]
    public void What_is_no_company_number_of_the_holder_is_not_taken_for_one(string name) => NameReader.Read(name).CompanyNumber.ShouldBeNull();
}
