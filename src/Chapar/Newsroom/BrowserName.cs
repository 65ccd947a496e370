namespace Chapar.Newsroom;

/// <summary>What a browser calls itself, in words by which its owner knows it again: "Firefox, Linux".</summary>
public static class BrowserName
{
    // Order matters: each of them also names those that it wants to be taken for.
    static readonly (string Sign, string Name)[] Browsers =
        [("YaBrowser/", "Yandex"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
         ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <summary>Never empty: "?" stands for what is not known.</summary>
    public static string Of(string userAgent) => $"{First(Browsers, userAgent)}, {First(Systems, userAgent)}";

    static string First((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name ?? "?";
}
