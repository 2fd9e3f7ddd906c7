using System.Text.Json.Serialization;

namespace ModBot.Core.Spam;

/// <summary>How a family fared with a model that had seen nothing of it.</summary>
/// <param name="Family">Its name.</param>
/// <param name="Spam">How many of its texts are spam.</param>
/// <param name="Ham">How many are ham.</param>
/// <param name="SpamFound">Spam at or above the threshold.</param>
/// <param name="HamCaught">Ham at or above the threshold.</param>
public sealed record FamilyReport(string Family, int Spam, int Ham, int SpamFound, int HamCaught)
{
    /// <summary>Share of its texts on the right side of the threshold, 0..1.</summary>
    [JsonIgnore]
    public double RightShare => Spam + Ham == 0 ? 1 : (double)(SpamFound + Ham - HamCaught) / (Spam + Ham);
}
