"""Given names people bear in many countries: who is called so is a person."""

from __future__ import annotations

_GIVEN = """
aaron abby abdul abdullah abigail abraham adam adaeze adama adele adrian adriana aditi aditya agata
agnes agnieszka ahmad ahmed aida aidan aileen aimee aisha aiko akira alan alana alba albert alberto
alejandra alejandro aleksandra alena alex alexa alexander alexandra alexandre alexei alexis alfie alfonso
alfred ali alice alicia alina alisa alison alistair alasdair allison alma alok alvaro álvaro alyssa
amanda amara amber amelia amelie amélie amina amir amit amparo amy ana anaïs anand ananya anastasia
anders andre andré andrea andreas andreea andrei andrés andres andrew andrzej andy angel ángel angela
angelika angelo angus anika anil anita anja anjali ankit ankita ann anna annabel anne annette annie
annika anthony antje antoine anton antonia antonio anya aoife arash archie arjun arlene armando arnaud
arne arthur arturo arun aryan asha ashley ashok ashwin asif astrid atsushi audrey aurélie aurora ava
axel ayesha aylin aysha ayşe aziz azra barbara barry bart bas bastien bea beatrice beatriz bec becca
becky belén ben benedict benedikt benjamin benjamín benoît bernard bernd bernhard bert beth bethan
bethany betty beverly bev bianca bilal bill billy birgit björn blanca blessing bob bobby bogdan boris brad
bradley brandon brenda brendan brian bridget brigitte britta brittany bruce bruno bryan caitlin callum
camila camille candice carina carl carla carlo carlos carmen carol carole carolin carolina caroline
carolyn carrie carsten casey caspar catalina catarina catherine cathy cécile cecilia celia céline chad
chantal charles charlie charlotte chelsea chen cheryl chiara chidi chinedu chloe chloé chris christa
christian christiane christina christine christophe christopher chuck cian ciara ciarán cillian claire
clara clare clarissa claude claudia claudio claus clémence clément clive clotilde cody colette colin
colleen colm connie connor conor constance cora cormac corinna corinne courtney craig cristina cynthia
cyril daisuke daisy damian damien dan dana daniel daniela daniele danielle danny daria dario darius
darko darren dave david dawn dean deb deborah debbie declan deepa deepak deepika deirdre delphine demi
denis denise dennis derek dermot desmond devon dexter diana diane didier diego dieter dietmar dimitri
dina dinesh dirk divya dmitri dmitry dolores dominic dominik dominique don donald donna dora doris
dorota dorothea dorothy doug douglas duncan dylan eamon ebony eddie edgar edith edoardo eduardo edward
edwin efosa eileen einar ekaterina elaine eleanor elena eleni elias elif elin elisa elisabeth elise
eliza elizabeth ella ellen ellie elliot elliott elodie élodie eloise elsa elvira emanuel emeka emil emilia
emilie émilie emilio emily emma emmanuel emmanuelle enrico enrique eoin eric erica erik erika erin
ernesto ernst erwin esra esteban estelle esther ethan eugene eva evan eve evelyn ewa ewan fabian
fabienne fabio fabrice faisal farah farid fatima fatma fátima federica federico felicia felicity felipe
felix femi fergus fernanda fernando filip fiona flavia fleur flora florence florian folasade francesca
francesco francine francis francisco franck franco françois françoise frank franz fred freddie frederic
frédéric frederick frederik freya friederike fritz gabi gabriel gabriela gabriele gabriella gaëlle gail
gareth gary gavin gemma genevieve geneviève geoff geoffrey george georgia georgina gerald gerard gérard
gerardo gerd gerhard gerry gianluca gianni gideon gilbert gilles gillian gina giorgio giovanni gisela
giulia giuseppe glen glenn gloria gonzalo gordon grace graham greg gregor gregory greta grzegorz
guido guillaume guillermo gunnar günter guy gwen hakan håkon hamid hamza hana hank hanna hannah hannes
hans harald harold harriet harry haruka haruto hasan hassan hauke hazel heather hector héctor heidi
heike heiko heiner heinrich helen helena helene hélène helga helmut hendrik henk henri henrik henry
herbert hermann hervé hilary hilda hilde hinnerk hiroshi holger holly hong horst howard hugh hugo hussein
huong ian iain ibrahim ida idris ignacio igor ilaria ilse imani imran ines inés inès inga ingo ingrid
inigo íñigo ioana iona ira irene irina iris irma isaac isabel isabella isabelle isha ismail ivan iván
ivana ivo jack jackie jacob jacqueline jacques jade jaime jake jakob jakub jamal james jamie jan jana
jane janet janice janina janine jannik jared jarek jasmin jasmine jason javier jay jayden jean jeanette jeanne
jeff jeffrey jelena jen jenna jennifer jenny jens jeremy jérôme jerry jess jesse jessica jesús jill
jim jimmy jin jing jo joachim joan joana joanna joanne joão joaquín jochen jodie joe joel joëlle johan johann
johanna johannes john johnny jon jonas jonathan joost jordan jordi jörg jorge josé jose josef josefine
joseph josephine josh joshua josie joyce juan juana juanita judith judy jules julia julian juliana
juliane julie julien juliet juliette julio julius jürgen justin justine justyna kai kamal kamil kamila
karen karim karin karina karl karla karolina karsten kasia katarina kate katharina katherine kathleen
kathrin kathryn kathy katie katja katrin kavita kay kayla keiko keith kelly kelsey ken kenji kenneth
kenny kerry kerstin kevin khadija khaled khalid kieran kim kimberly kiran kirsten kirsty kishore klaus
konrad konstantin kris krishna kristen kristin kristina kristof krzysztof kuldeep kumar kurt kwame kyle
lakshmi lana lara lars laszlo laura lauren laurence laurent lavinia lea léa leah leanne lee leila lena
lennart leo leon leonard leonardo leonie leroy leslie lewis li lia liam lidia lila lilian lillian lily
lin lina linda linnea lindsay lindsey lindy ling lionel lisa lise livia liz lloyd lois lola lorena lorenzo
lori lorna lorraine lotte lou louis louisa louise luc luca lucas lucia lucía lucie lucien lucinda lucy
ludovic luigi luis luisa luise luiz lukas lukasz łukasz luke luna lydia lyn lynda lynn lynne mabel
maciej madeleine mads maelle maëlle magali magda magdalena maggie magnus mahmoud maia maike mailin maja
malcolm malek malik malika malin manfred manish manon manuel manuela mara marc marcel marcela marcelo
marcia marcin marco marcos marcus marek margaret margarita margaux margot maria mariá maría mariam
marian mariana marianne marie marija marika marilyn marina mario marion marisa marisol marissa marit
mariusz marjorie marko markus marlene marta martha martin martina martine marvin mary maryam mathieu
mathilde mathis matilda matt matteo matthew matthias matthieu maureen maurice mauricio mauro max maxime
maximilian maya mayumi meera megan mehdi mehmet mei meike mel melanie mélanie melinda melissa melvin
mercedes meredith mia michael michaela michal michał michel michela michele michèle michelle mick miguel mika mike
mikhail mikael mila milan milena milica min mina ming minh mira miranda mireille miriam mirjam mirko
misha mitchell mo mohamed mohammad mohammed mohit mohsin moira molly mona monica monika monique morag
morgan moritz morten moses moussa muhammad muriel murray mustafa myra myriam nabil nadia nadine nadja
naledi nancy naomi nasser nat natalia natalie nataly natascha natasha nate nathalie nathan nathaniel
naveen neela neha neil nelson ngozi nguyen niamh nicholas nick nicki nicola nicolas nicole nicky nicolás
nigel niklas nikita nikhil niko nikola nikolai nikos nils nina nisha nita noah noel noelle noémie noor
nora norbert norma norman nuno nuria núria nyasha obinna octavia odile olaf ole oleg olena olga oliver
olivia olivier ollie omar oscar óscar oskar osama otto owen özlem pablo paige pam pamela paola paolo pascal
pascale pat patience patrice patricia patricio patrick patrik patrycja paul paula paulina pauline paulo
pavel pawel paweł pearl pedro peggy penelope penny per percy perry pete peter petra phil philip philipp
philippa philippe phillip phoebe pia piero pierre pieter pilar piotr polly poppy prakash pranav prasad
preeti prem priscilla priya priyanka quentin rachael rachel rachid radek rafael rahel rahul rainer raj
rajesh rajiv ralf ralph ram ramesh ramiro ramón ramona randy rania raoul raphael raphaël raquel rashid
rashida raúl raul ravi ray raymond rebecca reece regina reiner reinhard reinhold remi rémi rémy renata
renate rené renée reza rhian rhys ricardo riccardo richard rick ricky rita rob robert roberta roberto
robin rodney rodrigo roger rohan rohit roisin róisín roland rolf roman romain ron ronald ronan ronja
ronny roopa rory rosa rosalind rosario rose rosemary rosie ross roxana roy ruben rubén ruby rudolf rui
rupert russell ruth ryan sabine sabrina sadia said saïd sally salma salvador sam samantha samir samira samuel
sandeep sandra sandrine sandy sanjay sanne santiago sara sarah sascha sasha saskia satoshi saul scott sean
seán sebastian sébastien selin selina selma serena serge sergei sergio şebnem shabnam shane shanelle
shannon sharon shaun shauna shawn sheila shelley sherry shirley shivani shreya shruti sian siân sibylle
sid sidney siegfried sigrid silke silvia simon simona simone sina sinead sinéad siobhan siobhán
siddharth sofia sofía sofie solange solène sonia sonja sophia sophie søren stacey stacy stan stanislav stef
stefan stefania stefanie stefano steffen steffi stella stephan stephanie stéphane stéphanie stephen
steve steven stewart stuart sue suki sunil sunita suresh surya susan susana susanna susanne suzanne
svea sven svetlana svenja sybille sylvia sylvie tamara tamsin tania tanja tanya tara tariq tatiana tatjana
tatsuya ted teresa terence terri terry tessa thabo thea theo théo theodora theresa therese thérèse
thierry thomas thorsten tia tiago tiffany till tilly tim timo timothy tina tobias toby todd tom tomas
tomás tomasz tommaso tommy toni tony torben torsten tracey tracy travis trent trevor tricia trish tristan
troy trudy tuan tyler udo ulf uli ulla ulrich ulrike ursula uta ute uwe valentin valentina valeria valerie
valérie vanessa vera verena verity verónica veronica veronika véronique vicente vicki vicky victor
victoria vijay vikram viktor viktoria vince vincent vinod viola violet violeta virginia virginie vishal
vivek vivian vivien viviane vladimir volker wael walter wanda wanjiru warren wayne wei wendy wendell
werner wes wesley wilhelm william wilma winston wojciech wolfgang xavier xenia ximena yann yannick yara
yasmin yasmine yelena yiannis yoko yolanda yoshi youssef yuki yulia yuri yusuf yuto yves yvette yvonne
zach zachary zahra zainab zara zeynep zhang zoe zoë zoé zofia zuzana
"""
GIVEN_NAMES = frozenset(_GIVEN.split())


def is_given(word: str) -> bool:
    """Whether a word, or the first of one with a hyphen, is a well-known given name."""
    word = word.casefold().strip(".,")
    return word in GIVEN_NAMES or word.partition("-")[0] in GIVEN_NAMES
