"""Given names people bear in many countries: who is called so is a person."""

from __future__ import annotations

_GIVEN = """
aaliyah aaron abby abdul abdulaziz abdulla abdullah abena abigail abraham abs adaeze adam adama
adebayo adela adelaida adele adelino adeola adesuwa aditi aditya adjoa adolfo adrian adriana adrián
adèle adéla afonso agata agathe agnes agneta agnieszka agus agustina agustín ahmad ahmed ahmet aida
aidan aiko ailbhe aileen aimee aimée aine ainhoa aino aires aisha aisling aitana aitor akira akosua
akua alain alan alana alasdair alastair alba albane albert alberto alejandra alejandro aleksandra
alena alessandra alessandro alessia alex alexa alexander alexandra alexandre alexandru alexei
alexey alexis aleš alfie alfonso alfred alfreda algernon ali ali-can alice alicia alina aline alisa
alison alistair alix allison alma alok alonso alphonse alvaro alvin alyssa alžběta amadeu amadou
amaia amaka amal amanda amandine amara amaya amber ambre amelia amelie amina aminata aminu amir
amit amos amparo amrit amritpal amy amália amélie ana ana-maría anabela anand ananth ananya
anastasia anatole anatoly anaïs anca ander anders andoni andre andrea andreas andreea andrei andres
andrew andrey andriy andrzej andré andrés andy anette angel angela angelica angelika angelo
angharad angie angus anh anika anil anirudh anita anja anjali ankit ankita ann ann-sofie anna
annabel annabelle anne anne-laure anne-marie anne-sophie annegret anneka anneke anneli annelie
anneliese annette annie annika anselmo anthony antje antoine antoinette anton antonella antonia
antonio anuj anuradha anya aníbal aoibheann aoife aparna apolline araceli arantxa arash aravind
archana archibald archie arda ariadna arianna arild arjun arlene arlette arlindo armando armelle
armindo arnaud arnav arne arnel arpit artem arthur arto artur arturo arun arvid arvind arvinder
aryan asbjørn asha ashish ashley ashok ashwin ashwini asier asif aslaug asma astri astrid asunción
atsushi atul aubrey aud aude audra audrey auguste augustus aurelia aurelio aurora aurélie aurélien
aurélio ava avinash axel axelle ayaan ayanda ayesha aylin aysha ayu ayşe aziz aziza azlan azra
azucena babatunde bader baltazar balázs bao baptiste barbara barbora barnaby barry bart bas basma
bassam bastien bayani bayu baz bea beata beate beatrice beatrix beatriz bec becca becky becs begoña
belinda belén ben bence benedetta benedict benedikt benedita bengt benicio benito benjamin benjamín
benji benoit benoît bento berk bern bernadette bernard bernarda bernardo bernd bernhard bernie bert
bertha bertil bertram beth bethan bethany bettina betty bev beverley beverly bhavesh bhavik bhavna
bheki bianca bilal bill billie billy bindu binh birger birgit birgitta bjarne björn bjørn blaine
blanca blandine blessing bo bob bobby bodil bogdan bohumil bola bongani boris borja bożena brad
bradley bram brandon branwen braulio breda brenda brendan brenton brett brian brianna brice bridget
brigitte briony britney britta brittany brodie bronagh bronny bronwen bronwyn bruce bruno bryan
bryce bryony bríd brígida budi bukola burak burcu burkhard busisiwe bärbel bård béatrice bérengère
börje caetano caitlin caitriona caleb callum calvin camila camille camilo candace candela candice
cansu caoimhe capucine caridad carina carl carla carlo carlos carlota carly carmelo carmen carol
carolanne carole carolin carolina caroline carolyn carrie carsten carys casandra casey caspar
cassandra cassidy catalina catarina caterina cathal catherine cathrine cathy catriona cayetana
cayetano caz cecilia cedric cees ceinwen celia celso cem ceren cerys cesar chad chandan chandra
chantal charlene charles charlie charlotte charlène charmaine chau chaz chee chelsea chen cheryl
chetan chiamaka chiara chibuzo chidi chinedu chinwe chirag chloe chloé chris chrissie christa
christel christelle christer christian christiane christina christine christoph christophe
christopher christy chuck chunhua chus cian ciara ciaran ciarán cillian cindy cinzia claes claire
clara clare clarissa clarisse claude claudia claudine claudio claus clive clodagh clotilde clyde
cláudia clémence clément clémentine cody coen colby colette colin colleen colm conall conceição
concepción conchita connie connor conor constance consuelo cora coralie cordelia corentin corey
corinna corinne cormac courtney craig crisanto cristian cristiano cristina cristóbal csaba custódia
cynthia cyrielle cyril cáit cátia cécile cédric céleste célia céline césar cătălin daan dafydd dag
dagmar daisuke daisy daithí dalal dalibor damian damien damilola damián damon dan dana danica
daniel daniela daniele danielle danilo danièle danjuma danny daphne daphné dara darcy daria dario
darius darko darlene darnell darrel darrell darren darryl darryn darshan daryl darío dave david
davide davina davy dawid dawn dawson daz dean deanna deb debashish debbie debora deborah debra
declan deepa deepak deepika deepti deidra deidre deirbhile deirdre delia della delores delphine
delyth demi denis denise dennis denzil deolinda deon derek dermot derrick derya deshawn desiree
desmond detlef dev devika devin devon dewi dexter dhananjay dhruv dian diana diane diarmaid
diarmuid didier diederik diego dieter dietmar dilip dillon dimitri dina dinah dinesh diogo dionisio
dirk dirk-jan divya divyesh dmitri dmitry dmytro dolores dom dominic dominik dominique don donal
donald donatella donna donovan dora doreen doris dorota dorothea dorothee dorothy doug dougal
douglas dragoș duane duarte duc dudley dumisani duncan dwayne dwight dylan dámaso dániel dário
débora dóra eamon eamonn ebba ebele eberhard ebony ece eckhard eddie edeltraud edgar edite edith
edmund edna edoardo eduarda eduardo edurne edward edwin eero eeva efe effie efosa efrain efua ege
egil eileen eilidh eimear einar eino eirik eirlys eithne eivind ekaterina eko ekow eladio elaine
eleanor elena eleni eleonora eleri elfriede eliana elias elif elijah elin elina eline elinor eliot
elisa elisabeth elisabetta elise elisenda eliza elizabeth eliška elke ella ellen ellie elliot
elliott elmarie elna elodie eloise eloy elsa else elsie elspeth elva elvira elwyn elżbieta emanuel
emanuele emeka emer emi emil emilia emiliano emilie emilio emily emine emlyn emma emmanuel
emmanuelle emmet emre emrys emília encarna encarnación endah endre enid enoch enric enrico enrique
enriqueta eoghan eoin epifanio erdem erhard eric erica erik erika erin erkki erlend ernest
ernestina ernestine ernesto ernie ernst errol erwin esa esi esme esmeralda espen esperanza esra
esteban estefanía estela estella estelle esther eszter ethan ethel euan eugene eugenia eugenio
eugénie eulalia eun eunice eusebio eva eva-maría evan evangeline eve evelyn evgeny ewa ewald ewan
ewelina fabian fabiana fabien fabienne fabio fabiola fabián fabrice fabrizio fabrícia facundo fahad
faisal fang fanny farah farid faridah faris fatih fatima fatma fatou fausta faustino fausto fay
fayez federica federico fei felicia feliciano felicity felipe felisa felix femi femke feng
ferdinand ferdinando ferenc fergal fergus fermín fernand fernanda fernando fernão ffion fi fidel
filip filipa filipe filippo finbar finlay finn fiona fionn fionnuala fitri flavia flavie flavio
fleur flora florence florencia florent florian florin floris floyd flávia folake folasade franca
frances francesc francesca francesco francine francis francisco franck franco francois frank
frank-jan frankie franz françois françoise fred freda freddie frederic frederick frederik fredrik
freya friederike friedhelm friedrich fritz frode frédéric frédérique funmi fátima félicie félix
gabe gabi gabino gabriel gabriela gabriele gabriella gabrielle gabs gael gaetano gagan gail galina
ganesh gareth garret garry garth gary gaspar gaspard gaurav gauri gauthier gav gavin gaynor gaz
gaëlle gaëtan gbenga gearóid geert geeta geir gema gemma genaro genevieve geneviève gennady gennaro
geoff geoffrey geoffroy geok georg george georges georgia georgie georgina geraint gerald geraldine
gerard gerardo gerd gergely gerhard gerlinde germaine germán gernot gerrit gerry gertrud gertrude
ghada gheorghe ghislain ghislaine giacomo giada gianfranco giang gianluca gianmarco gianni gideon
gijs gilbert gilberto giles gilles gillian gina ginette ginevra ginny gioia giorgio giovanni girish
gisela giulia giuliana giulio giuseppe gizem gladys glen glenda glenn glenys gloria glyn glynis
gonzalo gonçalo gopal gordon gottfried govind grace graciela graeme graham grainne graziella graça
grażyna greer greg gregor gregorio gregory greta gretchen grete griff griffith grzegorz gráinne
guadalupe guang gudrun guido guilherme guillaume guillermo guinevere gunhild gunilla gunn gunnar
guri guro gurpreet gus gustaf gustav gustavo guy gwen gwenaëlle gwenda gwendolen gwendolyn gwyn
gwyneth gyula gábor gérald gérard gökhan göran gösta götz gül günter günther hadi hafiz haifa hakan
hala halima halina halvor hamid hamish hampus hamza hana hande hank hanna hannah hanneke hannele
hannelore hannes hans hao harald hardik harish harley harold harpreet harri harriet harry harsh
harsha hartmut haruka haruto harv hasan hassan hatice hattie hauke hauwa hayley hazel haziq heather
hector hedwig hege heidi heike heikki heiko heiner heinrich heinz helen helena helene helga helge
helmi helmut hemant hendrik henk hennie henning henri henrietta henrik henrike henrique henry herb
herbert heribert herman hermann herminia hernan hernán hervé hessa hidde hideki hideo hien hilario
hilary hilda hilde hildegard himanshu hinnerk hiro hiroko hiroshi hitesh hjalmar hjördis hoa holger
holly hong honorine horace horst hortense horácio howard hubert huda hugh hugo huguette hui
humberto humphrey huong hussein huw hye hynek hyun hywel håkan håkon héctor hélène iain ian ibrahim
ida idoia idris ieuan ifan ife ifeanyi ifeoma ignacio ignasi igor ihor ikenna iker ilaria ildikó
ilkka ilmari ilse ilya imani imanol imelda imogen imran imre indira indra ines inez inga inge
ingeborg ingela ingemar inger ingo ingrid inigo inmaculada inna inácio inès inés ioan ioana iona
ionuț ira iracema irene irina iris irma irmgard irvin iryna irène isaac isabel isabella isabelle
isaura isha ishaan ishita isidro isla ismael ismail isobel isolde istván itumelo itziar iulia ivan
ivana ivar ivo ivone ivonne ivor iván izabela izzy iñaki jaakko jaap jaber jacek jacinto jack
jackie jacob jacobo jacopo jacqueline jacques jacqui jade jadwiga jagdeep jagdish jaime jairo jake
jakob jakub jamal jamar james jamie jan jana jandira jane janelle janet janette janice janina
janine janneke jannik janusz jaquan jared jarek jari jarle jarmila jarmo jaromír jarosław jarrod
jase jasleen jasmin jasmine jason jasper jaspreet jassim jatin javi javier jay jaya jayant jayden
jayesh jayne jean jean-baptiste jean-claude jean-françois jean-luc jean-marc jean-michel jean-paul
jean-philippe jean-pierre jeanette jeanine jeanne jeannie jeff jefferson jeffrey jelena jelle
jemima jemma jen jenna jennie jennifer jenny jens jeremiah jeremy jermaine jeroen jerome jerry
jerónimo jesper jess jesse jessica jessie jesús jethro jez ji-woo jia jian jiang jie jignesh jihoon
jill jillian jim jimena jimmy jin jindřich jing jip jitka jiwoo jiří jo joachim joan joana joann
joanna joanne joaquin joaquín jocelyn jochem jochen jodi jodie jody joe joel joep joey johan johann
johanna johanne johannes john johnny joko jolanta jolene jomar jon jonah jonas jonathan joni jonno
jools joost jordan jordi jorge jorgina joris jorma jorunn jose josef josefa josefina josefine josep
joseph josephine josette josh joshua josiah josie josu josé josé-maria jouni joyce joão joël joëlle
juan juan-carlos juana juanita juanjo jude judit judith judy juha juhani jukka jules julia julian
juliana juliane julie julien juliet julieta juliette julio julius julián jun jurgen jurre justin
justine justyna jutta jyoti jyotsna jános jérôme jéssica jörg jørgen júlia júlio jürgen kaan kabir
kagiso kai kaisa kaitlyn kajal kajsa kaleb kalle kalpana kamal kamala kamil kamila kang kaori kapil
kara karan karel karen kari karim karin karina karine karl karl-heinz karla karola karolina karsten
karthik kartik kasey kasia kaspar katalin katarina kate katelyn kateryna kateřina katharina
katherine kathleen kathrin kathryn kathy katie katja katrin katrina katy kavita kavya kay kaye
kayla kazimierz kazuko kazuo keeley keerthi kees kehinde keiko keira keisha keith kelechi kelli
kellie kelly kelsey ken kendra keng kenji kenneth kenny kenta kerem keri kerri kerrie kerry kerstin
ketan ketil ketut kev kevin khadija khaled khalid khanh kiera kieran kim kimberley kimberly kiran
kirill kirsi kirsten kirstie kirsty kishore kjell kjersti klaus kläre knut kobus koen kofi kojo
komal konrad konstantin koray korbinian kris krishna krishnan kristen kristin kristina kristof
kristoffer kristopher kristy krisztina kritika krystyna krzysiek krzysztof ksenia kuldeep kumar
kunal kurt květa kwabena kwame kwesi kyle kylie kátia kåre lacey lachlan ladislav laia lakshmi
lalit lama lamar lana laoise lara larisa larissa larry lars lashonda laszlo lata latha latisha
latoya laura laure lauren laurence laurent lauri laurie lavanya lavinia lawrence layla laëtitia lea
leah leandra leandro leanne lee leena lei leila leire lena lene lenka lennart lenny lenora leo leon
leona leonard leonardo leonel leonid leonie leonor leonora lerato leroy lesley leslie leszek
leticia letitia letizia levente levi lewis lexi li lia liadh liam liang libby libor lidia lieke
lien liesel lieselotte ligaya lijun lila lilian liliana liliane lillian lily lin lina linda lindiwe
lindsay lindsey lindy ling linnea linnéa lino linus lionel lisa lisandro lise liv livia liviu liz
liza lizzie llewellyn lloyd loan lois lola lonnie loraine loredana lorena lorenza lorenzo loretta
lori lorna lorraine lorène lothar lotte lottie lou louis louis-philippe louisa louise lourdes
lourenço loz loïc lubna lubomír luc luca lucas lucia lucian luciana luciano lucie lucien lucille
lucinda lucio lucy lucyna lucía ludger ludmila ludovic ludvig ludwig luděk luigi luigia luis luisa
luise luiz lukas lukasz luke luna lurdes luther lutz luísa lwazi lydia lydie lyle lyn lynda lyndon
lynette lynn lynne lynsey lyudmila lászló lázaro léa léon léonie lídia lígia lúcia maarten maartje
mabel macarena maciej madalena maddie madeleine madeline madhav madhu madhuri mads maelle maeve
mafalda magali magda magdalena magdaléna maggie magne magnus mags maha mahesh mahima mahmoud maia
maija maike mailin mairead mairi mairéad maite maja majed majid makoto maksym malachy malcolm malek
malik malika malin mallika mallory mamadou manasi manav mandeep mandla mandy manfred manish manisha
manjit manju manoj manolo manon manuel manuela mara marc marc-antoine marcel marcela marcelino
marcella marcelle marcelo marcia marcial marcin marco marcos marcus marek margaret margareta
margarete margarita margaux margery margherita margie margo margot margrethe maria mariam marian
mariana mariangela marianne mariano maribel maricarmen marie marie-claire marie-claude marie-hélène
marie-laure marie-pier marie-pierre marieke marielle marija marijke marika mariko marilyn marina
mario mariola marion marisa marisol marissa marit marita marites marius mariusz mariá marja
marjatta marjolein marjorie markku marko markus markéta marlene marlies marloes marlon marnie
marquis marsha mart marta martha martijn martin martina martine martyn martín marvin marwan mary
maryam maryann maryse marzena maría marília masato massimiliano massimo mateo mateusz mathieu
mathilde mathis matilda matilde matt matteo matthew matthias matthieu matti mattia mattias matías
maud maude maureen maurice mauricio maurizio mauro maurício mavis max maxence maxim maxime
maximilian maximiliano maximino maximo maxine maya mayank mayte mayumi mayur maz mazen maël maëlle
maïté małgorzata mechthild meena meenakshi meera mees megan megha megumi mehdi mehmet mehreen mei
mei-ling meike mel melanie melek melinda melissa meltem melvin meng mercedes merche meredith merel
merle mert merve mervyn metin mette mia micaela micah micha michael michaela michal michał micheal
michel michela michelangelo michele michelle michèle mick mickaël mickey mieke miguel miguel-ángel
mihaela mihai mihir miho mihály mika mikael mike mikhail mikko miklós mila milagros milan mildred
milena milica milind millicent millie miloš mimi min mina minako minh minjun minna minnie mira
miranda mircea mireia mireille mirella miren miriam mirjam mirko miroslav mirosław misha mitch
mitchell mo modesto mohamed mohammad mohammed mohan mohana mohini mohit mohsin moira moises moisés
mollie molly mona monica monika monique montse montserrat monty morag morgan morgane moritz morten
moses moussa muhammad muireann muiris mukesh mukul muna murali murat muriel murray musa mustafa
myfanwy mykhailo mykola myles myra myriam myrtle máire márcia márcio mário márta mátyás máté mårten
mélanie mélissa mónica nabil nacho nada nadezhda nadia nadine nadja nadège nagesh naina nakul
naledi nalini nam namrata nana nancy nandini nandita naoki naoko naomi narayan narendra naresh
nasser nat natalia natalie nataliya nataly natalya natascha natasha nate nathalie nathan nathaniel
natividad naveen navneet navya nawaf nazaret ndidi neal neela neelam neeraj neeta neha neil nell
nellie nelson nerea nerys nessa nesta nestor nga ngoc ngozi nguyen nguyet nhung niall niamh nicanor
nicholas nick nicki nicky niclas nicola nicolas nicole nicoleta nicoletta nicolás nicolò nidhi niek
nieves nige nigel niina nik nikhil niki nikita niklas niko nikola nikolai nikolay nikos nilesh nils
nils-erik nilton nilüfer nimisha nina ninon niraj nirmala nisha nishant nita nitin nitya nkechi
nnamdi noah nobuko noel noelene noelia noelle nokuthula nola nomsa nomvula noor noora noortje nora
norbert norberto noreen norma norman nouf noémia noémie ntombi nuala nuno nupur nur nuria nurul
nyasha nélson néstor nóirín nóra núria oana obinna octavia octavio octávio océane odd oddvar odile
oihane oisin oisín oksana olaf olalla ole oleg oleksandr olena olesya olga oliver olivia olivier
olli ollie olu oluchi olumide oluwaseun olwen omar omkar ondřej onur onyeka oonagh ophelia ophélie
orhan orietta oriol orla orlagh orlaith orlando ornella orsolya osama oscar osian oskar osvaldo
otakar ottilie ottmar otto ovidio ovidiu owain owen paavo pablo paco paddy padma padraic padraig
paige palesa pallavi paloma pam pamela pandora pankaj paola paolo parag paresh parth parul parvati
pascal pascale pascual pat patience patrice patricia patricio patrick patrik patrizia patrycja
patrícia patsy patti patty patxi paul paula paulette paulina pauline paulo pavan pavel pavla pavlo
pawel paweł payal pearl pedro peggy pekka pelin penelope peng penny pentti pepa pepe per per-olof
percy pernilla perrine perry pertti pete peter petr petra petro phil philip philipp philippa
philippe phillip phoebe phuc phuong phyllis pia piedad pien piero pierre pierre-yves pieter pietro
pilar pim pinar piotr pirjo pirkko polina polly pontus pooja poonam poppy portia prabha prabhakar
prachi pradeep prakash pramod pranav prasad prashant prashanth prateek pratibha pratik praveen
preethi preeti prem prerna priscilla priti priya priyanka przemysław puja puneet purnima putri
pádraig pål péter qi qiang qing quang quentin quitéria quyen rachael rachana rachel rachid rachna
radek radha radim radu rafa rafael rafaela rafał raffaele raffaella raghav raghu ragnar ragnhild
rahel rahul raija raimund raimundo rainer raj raja rajan rajat rajeev rajendra rajesh rajiv rajni
raju rakesh rakhi ralf ralph ram ramakrishna raman ramesh rami ramiro ramon ramona ramya ramón
randall randi randy rania ranjit raoul raphael raphaël raphaëlle raquel rashid rashida rashmi raul
ravi ravindra ray raymond raymonde raz raúl rebeca rebecca reece reem reema rees refilwe reggie
regina reginald reidar reiner reinhard reinhold rekha remedios remi renan renata renate renato
renaud rene renee rens renske renu renzo rené renée reshma reuben reva reynaldo reza rhea rhian
rhiannon rhoda rhodri rhona rhonda rhys riaan ricarda ricardo riccardo richard rick rickard rickie
ricky rigoberto riikka riitta rik rima rina rishabh rishi risto rita ritesh ritika ritu ritva riya
rizky roar rob robbie robbo robert roberta roberto robin robyn rocco rocio rocío roddy rodel
roderick rodney rodolfo rodolphe rodrigo roel rogan rogelio roger rogier rogério rohan rohini rohit
roisin roland rolando rolf romain roman romana romane romina román ron ronald ronan rong ronja
ronnie ronny roopa rory rosa rosalie rosalind rosalyn rosalía rosamund rosana rosanna rosanne
rosario rose roseanne rosemarie rosemary roshni rosie rosli ross rossella roswitha rosângela rowena
roxana roxane roxanne roy ruben ruby rubén ruchi ruchika rudolf rudolph rudy rui rune rupa rupali
rupert rupesh ruprecht ruslan russ russell ruth ruud ryan ryo ryota ryszard réjean réka rémi rémy
róisín rüdiger răzvan saad sabine sabrina sachin sadhbh sadia sadie saeed sagar sahil said saket
sakura salem salim sally salma salman salomão salomé salvador salvatore sam samantha samar sameer
sami samir samira sammy samson samuel samuele sandeep sander sandhya sandra sandrine sandro sandy
sangeeta sanghoon sanjana sanjay sanjeev sanna sanne santi santiago santosh santtu saoirse sapna
sara sarah saray sarita sascha sasha saskia satish satoshi satu saul saurabh saverio savita sayaka
saïd scott seamus sean sebastian sebastián sebastião sedat seema segun selena selin selina selma
selçuk seppo serafín serena serge sergei sergey sergio serkan seth settimio seumas seun seung sevgi
seán shabnam shailesh shalini shan shane shanelle shanice shaniqua shankar shannon shanti sharad
sharmila sharon shashank shashi shaun shauna shawn shaz sheela sheena sheetal sheila shelley shelly
sheri sherri sherrie sherry sheryl shigeru shikha shilpa shinji shirley shiv shivani sho shobha
shona shota shreya shruti shu shuang shubham shweta sian sibusiso sibyl sibylle sid siddharth
sidney siegfried siegmar sietske siew sifiso sigrid sigurd silas silke silvano silvestre silvia
silvino silvio simeon simon simona simone simonetta simran simão simón sina sindhu sinead sinem
sinéad siobhan siobhán sipho sirpa sissel siti siv sixten siyabonga siân sjoerd smita smriti sneha
snehal snorre sofia sofie sofiya sofía solange soledad solomon solveig solène sonal sonali sonia
sonja sonsoles sonya soo-jin sophia sophie sorcha sorin soumya sourav sri sridhar srikanth srinath
srinivas srinivasan sriram stacey stacy staffan stan stanislav stanisław stanley stef stefan
stefania stefanie stefano steffen steffi stella stellan stepan steph stephan stephanie stephen
steve steven stewart stig stijn stine stu stuart sture stéphane stéphanie subhash sudha sudhir sue
suhail sujata sujatha sukhdeep suki sumit sunanda sundar sundeep sung sunil sunita supriya suraj
surendra suresh surinder surya susan susana susanna susannah susanne susete sushant sushil sushma
susie suvi suzanne suzie suzy svante svea svein sven svenja sverre svetlana swantje swapna swapnil
swati swee sybil sybille sylvain sylvia sylvie sylwia szabolcs szymon sándor séamus sébastien
ségolène séverine síle sílvia sónia søren sławomir tabitha tadashi tadeo tadeu tadeusz tadhg taina
taiwo takashi takeshi tamara tamer tamsin tamás tanguy tania tanisha tanja tanmay tanuja tanvi
tanya tapio tara taras tariq taro tarun tasha tatiana tatjana tatsuya tebogo teck ted teddy teemu
tejas temitope tendai teodora teodoro terence teresa tereza tero terrell terri terry tess tessa
teun tez thabo thaddeus thandi thandiwe thanh thao thea thelma themba theo theodora theodore
theresa therese thi thibault thibaut thierry thijs thinh thomas thorsten thulani thuy théo théodore
thérèse tia tiago tibor tien tiffany tiina tijmen till tilly tilman tim timo timothy timothée tina
ting titilayo tiziana tobi tobias toby todd tolga tolu tom tom-jan tomas tomasz tommaso tommy
tomoko tomos tomás tomáš tomé tone toni tony tonya tor torben torbjörn torbjørn tore torill torsten
toru torunn tracey tracie tracy traian tran trang traudl travis trayvon trent trev trevor tricia
trine trinh trish trisha tristan trond troy trudi trudie trudy trung trupti tuan tuija tullio tunde
tuomas turid turki tushar tuula tuğba twan tyler tyrell tânia tünde uche uchenna uday udo ufuk ulf
uli ulises ulla ulrich ulrika ulrike uma umberto umesh umut unai unni upasana urko urmila ursel
ursula urszula uschi usha uta ute utkarsh uwe uxue vaibhav vaishali valdemar valentin valentina
valentino valeria valerie valerio valery valter valérie vandana vanesa vanessa vani varsha varun
vasant vasco vasile vasily vasudev vasudha veena vegard veit velma venkat venkatesan venkatesh vera
verena verity veronica veronika verónica vibha vicenta vicente vicki vickie vicky victor victoria
vidar vidya viet vijay vikas vikram vikrant viktor viktoria viktoriia vilhelm ville vimal vimala
vinay vince vincent vincenzo vineet vinh vinita vinod viola violaine violet violeta vipin vipul
virgilio virginia virginie vishakha vishal vishnu visitación vitaly vito vittoria vittorio vitória
vivek vivekanand vivian viviana viviane vivien vivienne vlad vladimir vladimír vlasta vojtěch
volkan volker volkmar volodymyr vyacheslav václav vânia véronique víctor vít vítor wael wahyu
walburga wale walid wally walt walter waltraud wanda wanderley wangari wanjiru warren wayan waylon
wayne waz wei wen wendell wendy wenjie werner wes wesley wiebke wiesław wietske wilbur wilf wilfred
wilfredo wilfrid wilfried wilhelm wilhelmine willa willem william wilma wim winfried winifred
winnie winston wioletta wojciech wolfgang wouter wyn wynne xabier xanthe xaver xavi xavier xenia
xia xiang xiao xiaoli ximena xin xing xiomara xiu xuan xue yadira yago yaiza yamini yan yang yann
yannick yanti yara yaroslav yasemin yash yashwant yasmin yasmine yasser yasuko yavuz yaw yelena
yemi yesenia yetunde yevgeny yi yiannis yifan ying yiğit yngve yogesh yogita yohan yoko yolanda
yolande yong yoshi yoshiko yousef youssef yu yuan yue yui yuichi yuka yuki yulia yuliia yumi yun
yuri yusuf yusuke yuto yves yvette yvonne zach zachariah zachary zack zahra zaida zain zainab
zandile zandra zanele zara zbigniew zdeněk zdeňka zdzisław zeina zeke zelda zeynep zhang zhanna
zhen zhi zhong ziad ziyi zodwa zoe zoey zofia zola zoltán zoya zoé zoë zsuzsanna zsófia zubin
zulema zulkifli zulmira zuzana zuzanna zélie álvaro ángel ángela ángeles åke åsa åse åshild éanna
édith édouard éliane élisabeth élodie éloïse éléonore émeline émilie éric étienne évelyne íñigo
óscar ömer örjan özlem øystein úna úrsula łukasz şebnem štěpán ștefan
"""
GIVEN_NAMES = frozenset(_GIVEN.split())


def is_given(word: str) -> bool:
    """Whether a word, or the first of one with a hyphen, is a well-known given name."""
    word = word.casefold().strip(".,")
    return word in GIVEN_NAMES or word.partition("-")[0] in GIVEN_NAMES
