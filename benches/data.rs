//! Inputs of the benchmarks.

/// An article of a usual length for a news agency, with names, dates, speech and numbers.
pub(crate) const ARTICLE: &str = "Two people were hurt when a cargo train left the tracks near the harbour of Lindholm late on \
Tuesday, the railway company Nordspor said. The train, which was carrying 1,200 tonnes of timber from Umeå, had been \
due at the terminal at 9.40 p.m., but ran into a buffer at about 40 kilometres an hour.\n\
\"We do not know yet why the brakes failed,\" spokeswoman Karin Dahl told reporters on Wednesday morning. \"What we do \
know is that the driver did everything that could have been expected of her.\" She declined to say whether the engine \
had been inspected since last March, when a similar accident killed a worker in Gothenburg.\n\
The line between Lindholm and Sund will stay closed until at least Friday, January 14. Nordspor expects the repairs to \
cost between 3 and 4 million euros, of which its insurer, the Baltic Marine and Rail Union, will pay two thirds. About \
15 freight trains a day have to take the longer route over the Harsfjord bridge, which opened in 2009.\n\
Trade unions had warned for years that the brakes of older wagons were not being replaced quickly enough. In a letter \
to the Ministry of Transport, sent on December 3 and seen by this newspaper, the drivers' union asked for a ban on \
wagons built before 1985 by the end of the year. The ministry has not answered the letter, according to the union's \
chairman, Erik Solheim. A ministry official, who asked not to be named because the investigation is still under way, \
said that a new rule was \"being prepared\" and would be presented \"in the coming weeks\".\n\
Parliament's committee on transport will discuss the accident next Monday. Its chairwoman, Ana Lindqvist of the Green \
Party, called it \"a disaster that was waiting to happen\". The opposition demanded that Transport Minister Johan Berg \
resign, which he refused to do; he had taken office only three months ago, he said, and had already doubled the number \
of inspectors. Neither the drivers nor the company's board have commented on that claim so far.";
