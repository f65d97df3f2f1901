using System.Security.Claims;

namespace Aurum.FlagGen.Contexts;

/// <summary>Turns a principal's claims into attributes.</summary>
internal static class ContextClaims
{
    private const string SubjectClaim = "sub";
    private const string RoleClaim = "role";

    /// <summary>The claims of every authenticated identity, or null where there is none.</summary>
    public static Dictionary<string, object?>? Read(ClaimsPrincipal principal)
    {
        Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
        bool isAuthenticated = false;
        foreach (ClaimsIdentity identity in principal.Identities.Where(static identity => identity.IsAuthenticated))
        {
            isAuthenticated = true;
            foreach (Claim claim in identity.Claims)
            {
                Add(values, NameOf(claim, identity), claim.Value);
            }
        }

        if (!isAuthenticated)
        {
            return null;
        }

        Dictionary<string, object?> attributes = new(StringComparer.Ordinal);
        foreach ((string name, List<string> texts) in values)
        {
            attributes[name] = texts.Count == 1 ? texts[0] : texts.ToArray();
        }

        SetUser(attributes, values);
        return attributes;
    }

    /// <summary>The identity's name claim says who it is, its subject where there is none; there is one user, whatever the number of such claims.</summary>
    private static void SetUser(Dictionary<string, object?> attributes, Dictionary<string, List<string>> values)
    {
        List<string>? names = values.GetValueOrDefault(ClaimTypes.NameIdentifier) ?? values.GetValueOrDefault(SubjectClaim);
        attributes.Remove(ClaimTypes.NameIdentifier);
        attributes.Remove(SubjectClaim);
        if (names is not null)
        {
            attributes[FlagContext.UserIdPath] = names[0];
        }
    }

    private static string NameOf(Claim claim, ClaimsIdentity identity) =>
        claim.Type == identity.RoleClaimType || claim.Type is ClaimTypes.Role or RoleClaim ? FlagContext.UserRolePath : claim.Type;

    private static void Add(Dictionary<string, List<string>> values, string name, string value)
    {
        if (!values.TryGetValue(name, out List<string>? texts))
        {
            values.Add(name, texts = []);
        }

        texts.Add(value);
    }
}
