"""Given names people bear in many countries: who is called so is a person."""

from __future__ import annotations

_GIVEN = """
aaron abby abdul abdulaziz abdulla abdullah abigail abraham adaeze adam adama adebayo adela adelaida
adele adelino adeola adesuwa aditi aditya adrian adriana adéla afonso agata agnes agneta agnieszka
agus agustín ahmad ahmed ahmet aida aidan aiko aileen aimee ainhoa aino aires aisha aitor akira
akosua akua alan alana alasdair alba albert alberto alejandra alejandro aleksandra alena alessandra
alessandro alessia alex alexa alexander alexandra alexandre alexandru alexei alexey alexis aleš
alfie alfonso alfred ali ali-can alice alicia alina alisa alison alistair allison alma alok alonso
alvaro alyssa alžběta amadeu amadou amaia amaka amal amanda amara amber amelia amelie amina aminata
amir amit amparo amy amália amélie ana anabela anand ananya anastasia anatoly anaïs anca ander
anders andoni andre andrea andreas andreea andrei andres andrew andrey andriy andrzej andré andrés
andy anette angel angela angelica angelika angelo angus anh anika anil anita anja anjali ankit
ankita ann ann-sofie anna annabel anne anneli annelie annette annie annika anthony antje antoine
anton antonella antonia antonio anya aníbal aoife araceli arantxa arash archie arda arianna arild
arjun arlene arlindo armando armindo arnaud arne arnel artem arthur arto artur arturo arun arvid
aryan asbjørn asha ashley ashok ashwin asier asif aslaug asma astri astrid atsushi aud audrey
aurelio aurora aurélie aurélio ava axel ayesha aylin aysha ayu ayşe aziz aziza azlan azra babatunde
bader baltazar balázs bao barbara barbora barry bart bas basma bassam bastien bayani bayu bea beata
beatrice beatriz bec becca becky begoña belinda belén ben bence benedetta benedict benedikt benedita
bengt benito benjamin benjamín benoît bento berk bernard bernardo bernd bernhard bert bertil beth
bethan bethany betty bev beverly bianca bilal bill billy binh birger birgit birgitta bjarne björn
bjørn blanca blessing bo bob bobby bodil bogdan bohumil bola bongani boris borja bożena brad bradley
bram brandon braulio brenda brendan brian bridget brigitte britta brittany bruce bruno bryan budi
burak burcu bård börje caetano caitlin callum camila camille camilo candela candice cansu carina
carl carla carlo carlos carmelo carmen carol carole carolin carolina caroline carolyn carrie carsten
casandra casey caspar catalina catarina caterina catherine cathrine cathy cayetana cecilia cees
celia celso cerys cem ceren chad chantal charles charlie charlotte chau chelsea chen cheryl chiamaka
chiara chibuzo chidi chinedu chinwe chloe chloé chris christa christer christian christiane
christina christine christophe christopher chuck chunhua chus cian ciara ciarán cillian cinzia claes
claire clara clare clarissa claude claudia claudio claus clive clotilde cláudia clémence clément
cody coen colette colin colleen colm conceição conchita connie connor conor constance consuelo cora
corinna corinne cormac courtney craig crisanto cristian cristiano cristina cristóbal csaba custódia
cynthia cyril cátia cécile céline césar cătălin daan dag dagmar daisuke daisy dalal dalibor damian
damien damilola damián dan dana daniel daniela daniele danielle danilo danjuma danny daria dario
darius darko darren darío dave david davide dawid dawn dean deb debbie debora deborah declan deepa
deepak deepika deepti deirdre delphine demi denis denise dennis deolinda derek dermot derya desmond
devon dewi dexter dian diana diane didier diederik diego dieter dietmar dilip dimitri dina dinesh
diogo dirk dirk-jan divya divyesh dmitri dmitry dmytro dolores dominic dominik dominique don donald
donatella donna dora doris dorota dorothea dorothy doug douglas dragoș duarte duc dumisani duncan
dylan dániel dário débora dóra eamon ebba ebele ebony ece eddie edgar edite edith edoardo eduarda
eduardo edurne edward edwin eero eeva efe efosa ege egil eileen einar eino eirik eivind ekaterina
eko ekow eladio elaine eleanor elena eleni eleonora eliana elias elif elin elina eline elisa
elisabeth elisabetta elise elisenda eliza elizabeth eliška ella ellen ellie elliot elliott elna
elodie eloise elsa else elvira elżbieta emanuel emanuele emeka emi emil emilia emiliano emilie
emilio emily emine emma emmanuel emmanuelle emre emília encarna encarnación endah endre enoch enrico
enrique enriqueta eoin erdem eric erica erik erika erin erkki erlend ernestina ernesto ernst erwin
esa esi esmeralda espen esperanza esra esteban estela estelle esther eszter ethan eugene eulalia eun
eunice eusebio eva evan eve evelyn evgeny ewa ewan ewelina fabian fabiana fabienne fabio fabiola
fabián fabrice fabrizio fabrícia facundo fahad faisal fang farah farid faridah faris fatih fatima
fatma fatou fausta fausto fayez federica federico fei felicia feliciano felicity felipe felisa felix
femi femke feng ferdinando ferenc fergus fermín fernanda fernando fernão fidel filip filipa filipe
filippo finn fiona fitri flavia flavio fleur flora florence florian florin floris flávia folake
folasade franca francesca francesco francine francis francisco franck franco frank frank-jan franz
françois françoise fred freddie frederic frederick frederik fredrik freya friederike fritz frode
frédéric funmi fátima gabi gabino gabriel gabriela gabriele gabriella gaetano gail galina gareth
gary gaspar gaurav gavin gaëlle gbenga geert geir gema gemma genevieve geneviève gennady gennaro
geoff geoffrey george georgia georgina gerald gerard gerardo gerd gergely gerhard germán gerrit
gerry ghada gheorghe giacomo giada gianfranco giang gianluca gianmarco gianni gideon gijs gilbert
gilles gillian gina ginevra gioia giorgio giovanni girish gisela giulia giuliana giulio giuseppe
gizem glen glenn gloria gonzalo gonçalo gordon grace graham graziella graça grażyna greg gregor
gregorio gregory greta grete grzegorz guadalupe guang guido guilherme guillaume guillermo gunhild
gunilla gunn gunnar gus guri guro gustaf gustav guy gwen gyula gábor gérard gökhan göran gösta gül
günter hadi hafiz haifa hakan hala halina halvor hamid hampus hamza hana hande hank hanna hannah
hanneke hannele hannes hans hao harald harold harri harriet harry harsh harsha haruka haruto hasan
hassan hatice hauke hazel haziq heather hector hege heidi heike heikki heiko heiner heinrich helen
helena helene helga helge helmi helmut hendrik henk henri henrik henrique henry herbert hermann
hernán hervé hessa hidde hideki hideo hien hilario hilary hilda hilde himanshu hinnerk hiro hiroko
hiroshi hjalmar hjördis hoa holger holly hong horst horácio howard hubert huda hugh hugo hui
humberto huong hussein hye hynek hyun håkan håkon héctor hélène iain ian ibrahim ida idoia idris ife
ifeanyi ifeoma ignacio ignasi igor ihor ikenna iker ilaria ildikó ilkka ilmari ilse ilya imani imran
imre indra ines inga ingeborg ingela ingemar inger ingo ingrid inigo inmaculada inna inácio inès
inés ioan ioana iona ionuț ira iracema irene irina iris irma iryna isaac isabel isabella isabelle
isaura isha isidro ismail istván itumelo itziar iulia ivan ivana ivar ivo ivone iván izabela iñaki
jaakko jaap jaber jacek jacinto jack jackie jacob jacobo jacopo jacqueline jacques jade jadwiga
jaime jairo jake jakob jakub jamal james jamie jan jana jandira jane janet janice janina janine
janneke jannik janusz jared jarek jari jarle jarmila jarmo jaromír jarosław jasmin jasmine jason
jasper jassim jatin javi javier jay jayden jean jeanette jeanne jeff jeffrey jelena jelle jen jenna
jennifer jenny jens jeremy jeroen jerry jesper jess jesse jessica jesús ji-woo jia jian jiang jie
jihoon jill jim jimena jimmy jin jindřich jing jip jitka jiwoo jiří jo joachim joan joana joanna
joanne joaquín jochem jochen jodie joe joel joep johan johann johanna johanne johannes john johnny
joko jolanta jomar jon jonas jonathan joost jordan jordi jorge jorgina joris jorma jorunn jose josef
josefa josefine josep joseph josephine josh joshua josie josu josé josé-maria jouni joyce joão
joëlle juan juana juanita juanjo judit judith judy juha juhani jukka jules julia julian juliana
juliane julie julien juliet juliette julio julius julián jun jurgen jurre justin justine justyna
jyoti jános jérôme jéssica jörg jørgen júlia júlio jürgen kaan kai kaisa kajal kajsa kalle kamal
kamil kamila kang kaori kapil karel karen kari karim karin karina karl karla karolina karsten
karthik kartik kasia katalin katarina kate kateryna kateřina katharina katherine kathleen kathrin
kathryn kathy katie katja katrin kavita kay kayla kazimierz kazuko kazuo kees kehinde keiko keith
kelechi kelly kelsey ken kenji kenneth kenny kenta kerem kerry kerstin ketil ketut kevin khadija
khaled khalid khanh kieran kim kimberly kiran kirill kirsi kirsten kirsty kishore kjell kjersti
klaus knut koen kofi kojo konrad konstantin koray kris krishna kristen kristin kristina kristof
kristoffer krisztina krystyna krzysiek krzysztof ksenia kuldeep kumar kunal kurt květa kwabena kwame
kwesi kyle kátia kåre ladislav laia lakshmi lalit lama lana lara larisa larissa lars laszlo lata
laura lauren laurence laurent lauri lavinia layla lea leah leandra leandro leanne lee leena lei
leila leire lena lene lenka lennart leo leon leonard leonardo leonel leonid leonie leonor lerato
leroy leslie leszek leticia letizia levente lewis li lia liam liang libor lidia lieke lien ligaya
lijun lila lilian liliana lillian lily lin lina linda lindiwe lindsay lindsey lindy ling linnea
linnéa lino lionel lisa lisandro lise liv livia liviu liz lloyd loan lois lola loredana lorena
lorenza lorenzo lori lorna lorraine lotte lou louis louisa louise lourdes lourenço lubna lubomír luc
luca lucas lucia lucian luciana luciano lucie lucien lucinda lucio lucy lucyna lucía ludmila ludovic
ludvig luděk luigi luigia luis luisa luise luiz lukas lukasz luke luna lurdes luísa lwazi lydia lyn
lynda lynn lynne lyudmila lászló lázaro léa lídia lígia lúcia maarten maartje mabel macarena maciej
madalena madeleine madhav madhu madhuri mads maelle mafalda magali magda magdalena magdaléna maggie
magne magnus maha mahesh mahmoud maia maija maike mailin maite maja majed majid makoto maksym
malcolm malek malik malika malin mamadou mandla manfred manish manoj manolo manon manuel manuela
mara marc marcel marcela marcelino marcella marcelo marcia marcial marcin marco marcos marcus marek
margaret margareta margarita margaux margherita margot margrethe maria mariam marian mariana
mariangela marianne mariano maricarmen marie marieke marija marijke marika mariko marilyn marina
mario mariola marion marisa marisol marissa marit marites marius mariusz mariá marja marjatta
marjolein marjorie markku marko markus markéta marlene marloes mart marta martha martijn martin
martina martine martín marvin marwan mary maryam marzena maría marília masato massimiliano massimo
mateusz mathieu mathilde mathis matilda matilde matt matteo matthew matthias matthieu matti mattia
mattias matías maureen maurice mauricio maurizio mauro maurício max maxim maxime maximilian
maximiliano maximino maya mayte mayumi mazen maëlle małgorzata meera mees megan megumi mehdi mehmet
mei mei-ling meike mel melanie melek melinda melissa meltem melvin meng mercedes merche meredith
merel mert merve metin mette mia micha michael michaela michal michał michel michela michelangelo michele
michelle michèle mick mieke miguel mihaela mihai miho mihály mika mikael mike mikhail mikko miklós
mila milagros milan milena milica miloš min mina minako minh minjun minna mira miranda mircea mireia
mireille mirella miriam mirjam mirko miroslav mirosław misha mitchell mo modesto mohamed mohammad
mohammed mohan mohana mohit mohsin moira moisés molly mona monica monika monique montse montserrat
morag morgan moritz morten moses moussa muhammad mukesh muna murat muriel murray musa mustafa
mykhailo mykola myra myriam márcia márcio mário márta mátyás máté mårten mélanie mónica nabil nacho
nada nadezhda nadia nadine nadja naledi nam nana nancy nandini naoki naoko naomi narayan naresh
nasser nat natalia natalie nataliya nataly natalya natascha natasha nate nathalie nathan nathaniel
natividad naveen nawaf ndidi neela neeraj neha neil nelson nerea nga ngoc ngozi nguyen nguyet
nhung niamh nicanor nicholas nick nicki nicky niclas nicola nicolas nicole nicoleta nicoletta
nicolás nicolò niek nigel niina nikhil nikita niklas niko nikola nikolai nikolay nikos nilesh nils
nils-erik nilton nilüfer nina nisha nita nitin nitya nkechi nnamdi noah nobuko noel noelia noelle
nomsa nomvula noor noora noortje nora norbert norman nouf noémia noémie ntombi nuno nur nuria nurul
nyasha nélson néstor nóra núria oana obinna octavia octávio odd oddvar odile oihane oksana olaf
olalla ole oleg oleksandr olena olesya olga oliver olivia olivier olli ollie olu oluchi olumide
oluwaseun omar ondřej onur onyeka orhan orietta oriol orlando ornella orsolya osama oscar oskar
osvaldo otakar otto ovidio ovidiu owen paavo pablo paco padma paige palesa pallavi paloma pam pamela
paola paolo parth pascal pascale pascual pat patience patrice patricia patricio patrick patrik
patrizia patrycja patrícia patxi paul paula paulina pauline paulo pavel pavla pavlo pawel paweł
pearl pedro peggy pekka pelin penelope peng penny pentti pepa pepe per per-olof percy pernilla perry
pertti pete peter petr petra petro phil philip philipp philippa philippe phillip phoebe phuc phuong
pia piedad pien piero pierre pieter pietro pilar pim pinar piotr pirjo pirkko polina polly pontus
pooja poppy prachi pradeep prakash pramod pranav prasad prashant pratik praveen preethi preeti prem
prerna priscilla priya priyanka przemysław puneet putri pål péter qi qiang qing quang quentin
quitéria quyen rachael rachel rachid rachna radek radha radim radu rafa rafael rafaela rafał raffaele
raffaella raghav raghu ragnar ragnhild rahel rahul raija raimundo rainer raj rajat rajendra rajesh
rajiv rakesh ralf ralph ram ramakrishna ramesh rami ramiro ramon ramona ramón randi randy rania
raoul raphael raphaël raquel rashid rashida rashmi raul ravi ray raymond raúl rebecca reece reem
refilwe regina reidar reiner reinhard reinhold rekha remi renan renata renate renato rens renske
renu renzo rené renée reza rhian rhys ricarda ricardo riccardo richard rick rickard ricky riikka
riitta rik rima rina risto rita ritesh ritika ritva rizky roar rob robert roberta roberto robin
rocco rocío rodel rodney rodrigo roel rogelio roger rogier rogério rohan rohit roisin roland rolf
romain roman romana romina ron ronald ronan rong ronja ronny roopa rory rosa rosalind rosalía
rosanna rosario rose rosemary rosie rosli ross rossella rosângela roxana roy ruben ruby rubén ruchi
rudolf rui rune rupa rupert ruslan russell ruth ruud ryan ryo ryota ryszard réka rémi rémy róisín
răzvan saad sabine sabrina sachin sadia saeed sagar sahil said saket sakura salem sally salma salman
salomão salomé salvador salvatore sam samantha samar sameer sami samir samira samuel samuele sandeep
sander sandra sandrine sandro sandy sangeeta sanghoon sanjay sanna sanne santi santiago santosh
santtu sara sarah sarita sascha sasha saskia satish satoshi satu saul saurabh saverio sayaka saïd
scott sean sebastian sebastião sedat seema selin selina selma selçuk seppo serena serge sergei
sergey sergio serkan settimio seun seung sevgi seán shabnam shalini shan shane shanelle shankar
shannon sharmila sharon shashi shaun shauna shawn sheila shelley sherry shigeru shilpa shinji
shirley shiv shivani sho shobha shota shreya shruti shu shuang shubham sian sibusiso sibylle sid
siddharth sidney siegfried sietske sifiso sigrid sigurd silke silvano silvestre silvia silvino
silvio simon simona simone simonetta simão simón sina sinead sinem sinéad siobhan siobhán sipho
sirpa sissel siti siv sixten siyabonga siân sjoerd sneha snehal snorre sofia sofie sofiya sofía
solange soledad solveig solène sonali sonia sonja sonsoles soo-jin sophia sophie sorin soumya sri
sridhar srinath srinivas srinivasan stacey stacy staffan stan stanislav stanisław stef stefan
stefania stefanie stefano steffen steffi stella stellan stepan stephan stephanie stephen steve
steven stewart stig stijn stine stuart sture stéphane stéphanie subhash sudha sudhir sue suhail
sujata suki sumit sung sunil sunita suresh surya susan susana susanna susanne susete sushma suvi
suzanne svante svea svein sven svenja sverre svetlana swati sybille sylvia sylvie sylwia szabolcs
szymon sándor sébastien sílvia sónia søren sławomir tadashi tadeo tadeu tadeusz taina takashi
takeshi tamara tamer tamsin tamás tania tanja tanvi tanya tapio tara taras tariq taro tarun tatiana
tatjana tatsuya ted teemu tejas tendai teodora teodoro terence teresa tereza tero terri terry tessa
teun thabo thandi thandiwe thanh thao thea themba theo theodora theresa therese thi thierry thijs
thinh thomas thorsten thulani thuy théo thérèse tia tiago tibor tien tiffany tiina tijmen till tilly
tim timo timothy tina ting tiziana tobi tobias toby todd tolga tolu tom tom-jan tomas tomasz tommaso
tommy tomoko tomás tomáš tomé tone toni tony tor torben torbjörn torbjørn tore torill torsten toru
torunn tracey tracy traian tran trang travis trent trevor tricia trine trinh trish tristan trond
troy trudy trung tuan tuija tullio tunde tuomas turid turki tuula tuğba twan tyler tânia tünde uche
uchenna uday udo ufuk ulf uli ulla ulrich ulrika ulrike uma umberto umut unai unni urko ursula
urszula usha uta ute uwe uxue valdemar valentin valentina valentino valeria valerie valerio valery
valter valérie vandana vanesa vanessa varun vasant vasco vasile vasily vegard venkat venkatesh vera
verena verity veronica veronika verónica vicente vicki vicky victor victoria vidar vidya viet vijay
vikas vikram viktor viktoria viktoriia vilhelm ville vimal vinay vince vincent vincenzo vineet vinh
vinita vinod viola violet violeta virgilio virginia virginie vishal visitación vitaly vito vittoria
vittorio vitória vivek vivian viviana viviane vivien vlad vladimir vladimír vlasta vojtěch volkan
volker volodymyr vyacheslav václav vânia véronique vít vítor wael wahyu wale walid walter wanda
wanderley wangari wanjiru warren wayan wayne wei wen wendell wendy wenjie werner wes wesley wiesław
wietske wilhelm willem william wilma wim winston wioletta wojciech wolfgang wouter xabier xavi
xavier xenia xia xiang xiao xiaoli ximena xin xing xiu xuan xue yago yan yang yann yannick yanti
yara yaroslav yasemin yash yasmin yasmine yasser yasuko yavuz yaw yelena yetunde yevgeny yi yiannis
yifan ying yiğit yngve yogesh yoko yolanda yong yoshi yoshiko yousef youssef yu yuan yue yui yuichi
yuka yuki yulia yuliia yumi yun yuri yusuf yusuke yuto yves yvette yvonne zach zachary zahra zaida
zain zainab zandile zara zbigniew zdeněk zdeňka zdzisław zeina zeynep zhang zhanna zhen zhi zhong
ziad ziyi zodwa zoe zofia zola zoltán zoé zoë zsuzsanna zsófia zulkifli zulmira zuzana zuzanna
álvaro ángel åke åsa åse åshild élodie émilie íñigo óscar ömer örjan özlem øystein úrsula łukasz
şebnem štěpán ștefan
"""
GIVEN_NAMES = frozenset(_GIVEN.split())


def is_given(word: str) -> bool:
    """Whether a word, or the first of one with a hyphen, is a well-known given name."""
    word = word.casefold().strip(".,")
    return word in GIVEN_NAMES or word.partition("-")[0] in GIVEN_NAMES
