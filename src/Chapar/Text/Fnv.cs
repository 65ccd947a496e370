namespace Chapar.Text;

/// <summary>FNV-1a of 32 bits, over UTF-16 code units: quick for words, the same in every process, and no guard against who makes words fall together on purpose.</summary>
static class Fnv
{
    public static int Of(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (var c in text) hash = (hash ^ c) * 16777619;
        return (int)hash;
    }
}
