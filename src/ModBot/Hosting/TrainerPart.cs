using ModBot.Core.Ports;
using ModBot.Core.Spam;

namespace ModBot.Hosting;

/// <summary>A trainer of spam models that a program can be started with.</summary>
/// <param name="Id">Its name in <c>Spam:Trainer</c> and <c>--trainer</c>; that of the trainers it makes.</param>
/// <param name="Title">What to call it, with its version where it is a package.</param>
/// <param name="Create">Makes a trainer that knows these examples beforehand; none for an empty list.</param>
public sealed record TrainerPart(string Id, string Title, Func<IReadOnlyList<LabelledText>, ISpamModelTrainer> Create);
