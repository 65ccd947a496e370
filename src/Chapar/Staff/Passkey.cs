namespace Chapar.Staff;

/// <summary>A key pair in somebody's phone, computer or security key, of which we keep the public half.</summary>
public sealed class Passkey
{
    Passkey() { }

    public Passkey(Guid staffId, byte[] credentialId, byte[] publicKey, DateTime createdAt)
    {
        StaffId = staffId;
        CredentialId = credentialId;
        PublicKey = publicKey;
        CreatedAt = createdAt;
    }

    /// <summary>Chosen by the authenticator; unique.</summary>
    public byte[] CredentialId { get; private set; } = [];

    public Guid StaffId { get; private set; }

    /// <summary>In COSE form.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>"My phone": what its owner calls it.</summary>
    public string Name { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>How often it has signed, where it counts: a copy would count differently.</summary>
    public long SignCount { get; private set; }

    /// <summary>"internal", "usb" ...: browsers ask first where the key is. One blank between them.</summary>
    public string Transports { get; private set; } = "";

    public bool IsUserVerified { get; private set; }
    public bool IsBackupEligible { get; private set; }
    public bool IsBackedUp { get; private set; }

    /// <summary>What the authenticator said of itself when the key was made.</summary>
    public byte[] AttestationObject { get; private set; } = [];

    public byte[] ClientData { get; private set; } = [];

    public void Call(string name) => Name = name;

    /// <summary>What can change with each use.</summary>
    public void Note(uint signCount, bool isUserVerified, bool isBackedUp)
    {
        SignCount = signCount;
        IsUserVerified = isUserVerified;
        IsBackedUp = isBackedUp;
    }

    /// <summary>What is known since it was made.</summary>
    public void Describe(string transports, bool isBackupEligible, byte[] attestationObject, byte[] clientData)
    {
        Transports = transports;
        IsBackupEligible = isBackupEligible;
        AttestationObject = attestationObject;
        ClientData = clientData;
    }

    public void Use(DateTime now) => LastUsedAt = now;
}
