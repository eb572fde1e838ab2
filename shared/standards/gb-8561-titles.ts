/**
 * GB/T 8561-2001 专业技术职务代码, clause 5: a series a line, `series|Chinese|English|title;…`, each title with the third digit of its
 * code before its name. Two public copies of the whole table agree in every code and name; 370 reads 体育锻炼 in both, an evident slip:
 * its titles are those of 体育教练员, as lists of 职称 call the series. Codes missing between (060, 210, 380, 630) are in neither.
 * English: ours.
 */
export const titleTable = `
010|高等学校教师|Teachers of higher education|1教授=Professor;2副教授=Associate professor;3讲师（高校）=Lecturer (higher education);4助教（高校）=Assistant lecturer (higher education)
020|中等专业学校教师|Teachers of secondary specialised schools|2高级讲师（中专）=Senior lecturer (secondary specialised school);3讲师（中专）=Lecturer (secondary specialised school);4助理讲师（中专）=Assistant lecturer (secondary specialised school);5教员（中专）=Instructor (secondary specialised school)
030|技工学校教师|Teachers of skilled workers’ schools|2高级讲师（技校）=Senior lecturer (skilled workers’ school);3讲师（技校）=Lecturer (skilled workers’ school);4助理讲师（技校）=Assistant lecturer (skilled workers’ school);5教员（技校）=Instructor (skilled workers’ school)
040|技工学校教师（实习指导）|Teachers of skilled workers’ schools (practice)|2高级实习指导教师=Senior practice teacher;3一级实习指导教师=Practice teacher, first grade;4二级实习指导教师=Practice teacher, second grade;5三级实习指导教师=Practice teacher, third grade
050|中学教师|Secondary school teachers|2高级教师（中学）=Senior teacher (secondary school);3一级教师（中学）=Teacher, first grade (secondary school);4二级教师（中学）=Teacher, second grade (secondary school);5三级教师（中学）=Teacher, third grade (secondary school)
070|实验技术人员|Laboratory staff|2高级实验师=Senior experimentalist;3实验师=Experimentalist;4助理实验师=Assistant experimentalist;5实验员=Laboratory assistant
080|工程技术人员|Engineers|2高级工程师=Senior engineer;3工程师=Engineer;4助理工程师=Assistant engineer;5技术员=Technician
090|农业技术人员（农艺）|Agricultural staff (agronomy)|1农业技术推广研究员（农艺）=Research fellow in agricultural extension (agronomy);2高级农艺师=Senior agronomist;3农艺师=Agronomist;4助理农艺师=Assistant agronomist;5农业技术员=Agricultural technician
100|农业技术人员（兽医）|Agricultural staff (veterinary)|1农业技术推广研究员（兽医）=Research fellow in agricultural extension (veterinary);2高级兽医师=Senior veterinarian;3兽医师=Veterinarian;4助理兽医师=Assistant veterinarian;5兽医技术员=Veterinary technician
110|农业技术人员（畜牧）|Agricultural staff (animal husbandry)|1农业技术推广研究员（畜牧）=Research fellow in agricultural extension (animal husbandry);2高级畜牧师=Senior animal husbandry specialist;3畜牧师=Animal husbandry specialist;4助理畜牧师=Assistant animal husbandry specialist;5畜牧技术员=Animal husbandry technician
120|经济专业人员|Economists|2高级经济师=Senior economist;3经济师=Economist;4助理经济师=Assistant economist;5经济员=Economic clerk
130|会计专业人员|Accountants|2高级会计师=Senior accountant;3会计师=Accountant;4助理会计师=Assistant accountant;5会计员=Accounting clerk
140|统计专业人员|Statisticians|2高级统计师=Senior statistician;3统计师=Statistician;4助理统计师=Assistant statistician;5统计员=Statistical clerk
150|出版专业人员（编审）|Publishing (editors)|1编审=Senior editor of publishing;2副编审=Associate senior editor of publishing;3编辑=Editor (publishing);4助理编辑=Assistant editor (publishing)
160|出版专业人员（技术编辑）|Publishing (technical editors)|3技术编辑=Technical editor;4助理技术编辑=Assistant technical editor;5技术设计员=Technical designer
170|出版专业人员（校对）|Publishing (proofreaders)|3一级校对=Proofreader, first grade;4二级校对=Proofreader, second grade;5三级校对=Proofreader, third grade
180|翻译人员|Translators|1译审=Senior translator;2副译审=Associate senior translator;3翻译=Translator;4助理翻译=Assistant translator
190|新闻专业人员（记者）|News (reporters)|1高级记者=Senior reporter;2主任记者=Chief reporter;3记者=Reporter;4助理记者=Assistant reporter
200|新闻专业人员（编辑）|News (editors)|1高级编辑=Senior editor (news);2主任编辑=Chief editor (news);3编辑=Editor (news);4助理编辑=Assistant editor (news)
220|播音员|Announcers|1播音指导=Announcing director;2主任播音员=Chief announcer;3一级播音员=Announcer, first grade;4二级播音员=Announcer, second grade;5三级播音员=Announcer, third grade
230|卫生技术人员（医师）|Health (physicians)|1主任医师=Chief physician;2副主任医师=Associate chief physician;3主治医师=Attending physician;4医师=Physician;5医士=Assistant physician
240|卫生技术人员（药剂）|Health (pharmacists)|1主任药师=Chief pharmacist;2副主任药师=Associate chief pharmacist;3主管药师=Pharmacist in charge;4药师=Pharmacist;5药士=Assistant pharmacist
250|卫生技术人员（护理）|Health (nurses)|1主任护师=Chief nurse;2副主任护师=Associate chief nurse;3主管护师=Nurse in charge;4护师=Senior nurse;5护士=Nurse
260|卫生技术人员（技师）|Health (technologists)|1主任技师=Chief technologist;2副主任技师=Associate chief technologist;3主管技师=Technologist in charge;4技师=Technologist;5技士=Assistant technologist
270|工艺美术人员|Arts and crafts|2高级工艺美术师=Senior craft artist;3工艺美术师=Craft artist;4助理工艺美术师=Assistant craft artist;5工艺美术员=Craft art worker
280|艺术人员（演员）|Arts (actors)|1一级演员=Actor, first grade;2二级演员=Actor, second grade;3三级演员=Actor, third grade;4四级演员=Actor, fourth grade
290|艺术人员（演奏员）|Arts (musicians)|1一级演奏员=Musician, first grade;2二级演奏员=Musician, second grade;3三级演奏员=Musician, third grade;4四级演奏员=Musician, fourth grade
300|艺术人员（编剧）|Arts (playwrights)|1一级编剧=Playwright, first grade;2二级编剧=Playwright, second grade;3三级编剧=Playwright, third grade;4四级编剧=Playwright, fourth grade
310|艺术人员（导演）|Arts (directors)|1一级导演=Director, first grade;2二级导演=Director, second grade;3三级导演=Director, third grade;4四级导演=Director, fourth grade
320|艺术人员（指挥）|Arts (conductors)|1一级指挥=Conductor, first grade;2二级指挥=Conductor, second grade;3三级指挥=Conductor, third grade;4四级指挥=Conductor, fourth grade
330|艺术人员（作曲）|Arts (composers)|1一级作曲=Composer, first grade;2二级作曲=Composer, second grade;3三级作曲=Composer, third grade;4四级作曲=Composer, fourth grade
340|艺术人员（美术）|Arts (fine artists)|1一级美术师=Fine artist, first grade;2二级美术师=Fine artist, second grade;3三级美术师=Fine artist, third grade;4美术员=Fine art worker
350|艺术人员（舞美设计）|Arts (stage designers)|1一级舞美设计师=Stage designer, first grade;2二级舞美设计师=Stage designer, second grade;3三级舞美设计师=Stage designer, third grade;4舞美设计员=Stage design worker
360|艺术人员（舞台技术）|Arts (stage technology)|2主任舞台技师=Chief stage technologist;3舞台技师=Stage technologist;4舞台技术员=Stage technician
370|体育教练员|Sports coaches|1国家级教练=National coach;2高级教练=Senior coach;3一级教练=Coach, first grade;4二级教练=Coach, second grade;5三级教练=Coach, third grade
390|律师|Lawyers|1一级律师=Lawyer, first grade;2二级律师=Lawyer, second grade;3三级律师=Lawyer, third grade;4四级律师=Lawyer, fourth grade;5律师助理=Lawyer’s assistant
400|公证员|Notaries|1一级公证员=Notary, first grade;2二级公证员=Notary, second grade;3三级公证员=Notary, third grade;4四级公证员=Notary, fourth grade;5公证助理员=Notary’s assistant
410|小学教师|Primary school teachers|3高级教师（小学）=Senior teacher (primary school);4一级教师（小学）=Teacher, first grade (primary school);5二级教师（小学）=Teacher, second grade (primary school);6三级教师（小学）=Teacher, third grade (primary school)
420|船舶技术人员（驾驶）|Ships (navigation)|2高级船长=Senior captain;3船长（大副）=Captain (first mate);4二副=Second mate;5三副=Third mate
430|船舶技术人员（轮机）|Ships (engines)|2高级轮机长=Senior chief engineer;3轮机长（大管轮）=Chief engineer (second engineer);4二管轮=Third engineer;5三管轮=Fourth engineer
440|船舶技术人员（电机）|Ships (electrical)|2高级电机员=Senior electrical officer;3通用电机员（一等电机员）=General electrical officer (first class);4二等电机员=Electrical officer, second class
450|船舶技术人员（报务）|Ships (radio)|2高级报务员=Senior radio officer;3通用报务员=General radio officer;4二等报务员=Radio officer, second class;5限用报务员=Restricted radio officer
460|飞行技术人员（驾驶）|Aviation (pilots)|2一级飞行员=Pilot, first grade;3二级飞行员=Pilot, second grade;4三级飞行员=Pilot, third grade;5四级飞行员=Pilot, fourth grade
470|飞行技术人员（领航）|Aviation (navigators)|2一级领航员=Navigator, first grade;3二级领航员=Navigator, second grade;4三级领航员=Navigator, third grade;5四级领航员=Navigator, fourth grade
480|飞行技术人员（通信）|Aviation (communications)|2一级飞行通信员=Flight radio operator, first grade;3二级飞行通信员=Flight radio operator, second grade;4三级飞行通信员=Flight radio operator, third grade;5四级飞行通信员=Flight radio operator, fourth grade
490|飞行技术人员（机械）|Aviation (mechanics)|2一级飞行机械员=Flight mechanic, first grade;3二级飞行机械员=Flight mechanic, second grade;4三级飞行机械员=Flight mechanic, third grade;5四级飞行机械员=Flight mechanic, fourth grade
500|船舶技术人员（引航）|Ships (pilotage)|2高级引航员=Senior ship’s pilot;3一、二级引航员=Ship’s pilot, first and second grade;4三、四级引航员=Ship’s pilot, third and fourth grade
610|自然科学研究人员|Research in natural science|1研究员（自然科学）=Research fellow (natural science);2副研究员（自然科学）=Associate research fellow (natural science);3助理研究员（自然科学）=Assistant research fellow (natural science);4研究实习员（自然科学）=Research trainee (natural science)
620|社会科学研究人员|Research in social science|1研究员（社会科学）=Research fellow (social science);2副研究员（社会科学）=Associate research fellow (social science);3助理研究员（社会科学）=Assistant research fellow (social science);4研究实习员（社会科学）=Research trainee (social science)
640|图书、资料专业人员|Libraries and documentation|1研究馆员（图书）=Research librarian;2副研究馆员（图书）=Associate research librarian;3馆员（图书）=Librarian;4助理馆员（图书）=Assistant librarian;5管理员（图书）=Library clerk
650|文博专业人员|Cultural relics and museums|1研究馆员（文博）=Research curator;2副研究馆员（文博）=Associate research curator;3馆员（文博）=Curator;4助理馆员（文博）=Assistant curator;5管理员（文博）=Museum clerk
660|档案专业人员|Archives|1研究馆员（档案）=Research archivist;2副研究馆员（档案）=Associate research archivist;3馆员（档案）=Archivist;4助理馆员（档案）=Assistant archivist;5管理员（档案）=Archive clerk
670|群众文化专业人员|Public culture|1研究馆员（群众文化）=Research fellow in public culture;2副研究馆员（群众文化）=Associate research fellow in public culture;3馆员（群众文化）=Officer of public culture;4助理馆员（群众文化）=Assistant officer of public culture;5管理员（群众文化）=Clerk of public culture
680|审计专业人员|Auditors|2高级审计师=Senior auditor;3审计师=Auditor;4助理审计师=Assistant auditor;5审计员=Audit clerk
690|法医专业人员|Forensic medicine|1主任法医师=Chief forensic physician;2副主任法医师=Associate chief forensic physician;3主检法医师=Forensic physician in charge;4法医师=Forensic physician;5法医士=Assistant forensic physician
980|思想政治工作人员|Ideological and political work|2高级政工师=Senior political officer;3政工师=Political officer;4助理政工师=Assistant political officer;5政工员=Political clerk
`;
