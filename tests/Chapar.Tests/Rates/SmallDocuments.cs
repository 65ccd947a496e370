using System.Text;

namespace Chapar.Tests.Rates;

/// <summary>Small documents in the form of each bank, written for the tests. The figures are invented.</summary>
static class SmallDocuments
{
    public const string NbkDay = """
        <?xml version="1.0" encoding="utf-8"?>
        <rates><generator>g</generator><title>Official rates</title><link>l</link><description>Official rates</description><copyright>c</copyright><date>02.04.2026</date>
          <item><fullname>ДОЛЛАР США</fullname><title>USD</title><description>474.2</description><quant>1</quant><index>DOWN</index><change>-3.68</change></item>
          <item><fullname>УЗБЕКСКИЙ СУМ</fullname><title>UZS</title><description>3.9</description><quant>100</quant><index></index><change>0.00</change></item>
        </rates>
        """;

    public const string NbkNothing = """
        <?xml version="1.0" encoding="utf-8"?>
        <rates><generator>g</generator><title>t</title><link>l</link><description>d</description><copyright>c</copyright><date>05.04.2026</date></rates>
        """;

    public const string NbkLatest = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Official rates</title><link>l</link><description>d</description>
          <item><title>USD</title><pubDate>02.04.2026</pubDate><description>474.2</description><quant>1</quant><index/><change>0.00</change><link/></item>
        </channel></rss>
        """;

    public const string NbkrDaily = """
        <?xml version="1.0" encoding="windows-1251" ?>
        <CurrencyRates Name="Daily Exchange Rates" Date="24.05.2026">
        <Currency ISOCode="USD"><Nominal>1</Nominal><Value>87,4000</Value></Currency>
        <Currency ISOCode="EUR"><Nominal>1</Nominal><Value>101,5000</Value></Currency>
        </CurrencyRates>
        """;

    public const string NbkrWeekly = """
        <?xml version="1.0" encoding="windows-1251" ?>
        <CurrencyRates Name="Weekly Exchange Rates" Date="23.05.2026">
        <Currency ISOCode="UZS"><Nominal>10</Nominal><ValidFor>7</ValidFor><Value>0,0725</Value></Currency>
        <Currency ISOCode="BYR"><Nominal>100</Nominal><ValidFor>7</ValidFor><Value>0,3400</Value></Currency>
        </CurrencyRates>
        """;

    public const string NbkrPage = """
        <form><select name="valuta_id"><option value="20">1 Евро</option><option selected value="199">10 Иранский риал</option></select></form>
        <table><tr><td><!--date-->12.03.2026<!--date--></td><td><!--value-->0,0065<!--value-->&nbsp;</td></tr>
        <tr><td><!--date-->05.03.2026<!--date--></td><td><!--value-->0,0066<!--value--></td></tr></table>
        """;

    public const string NbkrTable = "date,USD,EUR\n2026-01-01,87.4435,102.5000\n2026-01-02,87.4435,\n";

    public const string CbuDay = """
        [{"id":69,"Code":"840","Ccy":"USD","CcyNm_RU":"\u0414\u043e\u043b\u043b\u0430\u0440","Nominal":"1","Rate":"12150.20","Diff":"-16.5","Date":"01.04.2026"},
         {"id":30,"Code":"364","Ccy":"IRR","CcyNm_RU":"\u0420","Nominal":"10","Rate":"0.09","Diff":"0","Date":"01.04.2026"}]
        """;

    public const string CbuOne = """[{"id":21,"Ccy":"EUR","Nominal":"1","Rate":"14000.00","Diff":"1","Date":"01.04.2026"}]""";

    public const string NbtDay = """
        <?xml version="1.0" encoding="utf-8" ?>
        <ValCurs Date="2026-05-18" name="Foreign Currency Market">
        <Valute ID="840"><CharCode>USD</CharCode><Nominal>1</Nominal><Name>US Dollar</Name><Value>9.3400</Value></Valute>
        <Valute ID="51"><CharCode>AMD</CharCode><Nominal>100</Nominal><Name>Dram</Name><Value>2.4000</Value></Valute>
        </ValCurs>
        """;

    public const string NbtHistory = """
        <?xml version="1.0" encoding="windows-1251" ?>
        <ValCurs ID="398" DateRange1="18.05.2026" DateRange2="19.05.2026" name="Foreign Currency Market Dynamic">
        <Record Date="18.05.2026" Id="398"><CharCode>KZT</CharCode><Nominal>10</Nominal><Name>Тенге</Name><Value>0.1970</Value></Record>
        <Record Date="19.05.2026" Id="398"><CharCode>KZT</CharCode><Nominal>10</Nominal><Name>Тенге</Name><Value>0.1980</Value></Record>
        </ValCurs>
        """;

    public const string CbtDay = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cbt_currency_rate name="CBT Currency XML"><date>20.05.2026</date>
        <rate code="USD"><name>ABŞ-NYŇ DOLLARY</name><rate_usd>1</rate_usd><multiplier>1</multiplier><rate_tmt>3.5</rate_tmt><checksum>0</checksum></rate>
        <rate code="UZS"><name>SOM</name><rate_usd>12000</rate_usd><multiplier>1000</multiplier><rate_tmt>0.29</rate_tmt><checksum>0</checksum></rate>
        </cbt_currency_rate>
        """;

    public const string CbrDay = """
        <?xml version="1.0" encoding="windows-1251"?><ValCurs Date="18.03.2026" name="Foreign Currency Market"><Valute ID="R01235"><NumCode>840</NumCode><CharCode>USD</CharCode><Nominal>1</Nominal><Name>Доллар США</Name><Value>81,9000</Value><VunitRate>81,9</VunitRate></Valute><Valute ID="R01"><CharCode>IRR</CharCode><Nominal>1000000</Nominal><Name>Иранских риалов</Name><Value>58,8139</Value><VunitRate>5,88139E-05</VunitRate></Valute></ValCurs>
        """;

    public const string CbrHistory = """
        <?xml version="1.0" encoding="windows-1251"?><ValCurs ID="R01717" DateRange1="01.03.2026" DateRange2="19.03.2026" name="Foreign Currency Market Dynamic"><Record Date="04.03.2026" Id="R01717"><Nominal>10000</Nominal><Value>67,5000</Value><VunitRate>0,00675</VunitRate></Record><Record Date="03.03.2026" Id="R01717"><Nominal>10000</Nominal><Value>67,4000</Value></Record></ValCurs>
        """;

    public const string EcbDay = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><gesmes:subject>Reference rates</gesmes:subject>
        <Cube><Cube time='2026-03-18'><Cube currency='USD' rate='1.1500'/><Cube currency='JPY' rate='163.36'/></Cube>
        <Cube time='2026-03-17'><Cube currency='USD' rate='1.1531'/></Cube></Cube></gesmes:Envelope>
        """;

    public const string EcbCsv = "KEY,FREQ,CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE\nK,D,USD,EUR,2026-03-17,1.1531\nK,D,USD,EUR,2026-03-18,NaN\nK,D,CNY,EUR,2026-03-17,7.94\n";

    public const string FrankRows = """[{"date":"2026-04-02","base":"USD","quote":"KZT","rate":475.10},{"date":"2026-04-01","base":"USD","quote":"UZS","rate":12142.1}]""";

    static readonly Encoding windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>The bytes a bank would send: in the encoding that the text declares.</summary>
    public static byte[] Bytes(string text) =>
        (text.Contains("windows-1251", StringComparison.Ordinal) ? windows1251 : Encoding.UTF8).GetBytes(text);

    public static IEnumerable<(string Source, string Text)> All =>
    [
        ("nbk", NbkDay), ("nbk", NbkNothing), ("nbk", NbkLatest), ("nbkr", NbkrDaily), ("nbkr", NbkrWeekly), ("nbkr", NbkrPage), ("nbkr", NbkrTable),
        ("cbu", CbuDay), ("cbu", CbuOne), ("nbt", NbtDay), ("nbt", NbtHistory), ("cbt", CbtDay), ("cbr", CbrDay), ("cbr", CbrHistory),
        ("ecb", EcbDay), ("ecb", EcbCsv), ("frank", FrankRows),
    ];
}
