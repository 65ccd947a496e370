using System.Security.Cryptography;
using System.Text;

namespace Chapar.Import.WordPress;

/// <summary>What stands for a text where an export has more of them than memory should hold.</summary>
static class Digest
{
    /// <summary>64 bits of SHA-256: no two ids or addresses of any site share them by chance.</summary>
    public static long Of(string text) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
