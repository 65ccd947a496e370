namespace Chapar.Rates;

/// <summary>What each bank says of the use of its figures, as told to those who take them from us. Official rates are facts; all banks are named.</summary>
public static class RateTerms
{
    /// <summary>One or two sentences in English.</summary>
    public static string Of(RateSource source) => source.Key switch
    {
        "ecb" => "Free of charge with the European Central Bank named as the source; for information only (ecb.europa.eu, disclaimer and copyright).",
        "cbr" => "Free with the Bank of Russia named as the source (cbr.ru/eng/user_agreement).",
        "nbt" => "The National Bank of Tajikistan asks to be named as the source; it publishes no further terms.",
        "nbk" => "The feed carries the copyright line www.nationalbank.kz and no further terms; name the National Bank of Kazakhstan.",
        "cbt" => "Copyright of the Central Bank of Turkmenistan, without published terms; name the bank.",
        _ => $"{source.Name} publishes no terms for its rates; name the bank.",
    };
}
